namespace Patrin.Modules.People.SignIn;

/// <summary>Where to go on after the sign-in: a path of this site or nothing. What other sites could be reached by is refused, not mended.</summary>
public static class LocalPath
{
    public const int Max = 400;

    /// <summary>The path when it is one, else the start page.</summary>
    public static string Read(string? next) => IsLocal(next) ? next! : "/";

    private static bool IsLocal(string? next) =>
        next is { Length: > 0 and <= Max } && next[0] == '/' && !Leaves(next) && !Leaves(Uri.UnescapeDataString(next))
        && Uri.TryCreate(new Uri("http://here.invalid"), next, out var address) && address.Host == "here.invalid";

    /// <summary>Two slashes or a backslash begin another host's address; line breaks and other signs are read differently by every browser.</summary>
    private static bool Leaves(string path) =>
        path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl);
}
