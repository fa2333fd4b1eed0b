namespace Patrin.Modules.Twinning.Cli;
internal static class MatchInstance
{
    public static Task<int> RunAsync(string file, bool asJson, string? outFile, CancellationToken cancel) => throw new NotSupportedException();
}
