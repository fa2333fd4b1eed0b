namespace Patrin.Tests.Rules;

/// <summary>Files of the repository, for tests of rules that code alone does not show.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Source => Path.Combine(Root, "src", "Patrin");

    public static IEnumerable<string> Files(string under, params string[] patterns) =>
        patterns.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Root, under), p, SearchOption.AllDirectories))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    private static string FindRoot()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Patrin.slnx")))
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("Tests must run inside the repository.");
        return directory;
    }
}
