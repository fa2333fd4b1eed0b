using System.Runtime.CompilerServices;
using Patrin.Modules.Vocabulary;

namespace Patrin.Tests.Modules.Vocabulary;

/// <summary>Follows <c>docs/how-to/add-a-code.md</c> word by word, so that it stays true.</summary>
public sealed class HowToTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("patrin-howto").FullName;

    public HowToTests()
    {
        foreach (var file in Directory.GetFiles(ShippedLists.Folder))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_line_of_the_guide_adds_a_code()
    {
        Insert(GuideLine("{\"code\": \"EDU-09\""));
        var added = CodeLists.Load(_folder).Challenges["EDU-09"];
        Assert.Equal("Școală închisă sau mutată", added.Label("ro"));
        Assert.Equal("EDU", added.Parent);
    }

    [Fact]
    public void The_fault_of_the_guide_is_the_one_that_is_printed()
    {
        Insert(GuideLine("{\"code\": \"EDU-09\"").Replace(", \"hu\": \"Bezárt vagy elköltözött iskola\"", "", StringComparison.Ordinal));
        Assert.Equal(GuideLine("challenge.json: "), Assert.Throws<CodeListException>(() => CodeLists.Load(_folder)).Message);
    }

    [Fact]
    public void The_retirement_of_the_guide_is_understood()
    {
        Insert(GuideLine("{\"code\": \"EDU-09\"").Replace("\"sort\": 80", "\"sort\": 80, " + GuideLine("\"retired\""), StringComparison.Ordinal));
        Assert.Equal("EDU-01", CodeLists.Load(_folder).Challenges["EDU-09"].Retired?.Replacement);
    }

    private void Insert(string line)
    {
        var path = Path.Combine(_folder, "challenge.json");
        var text = File.ReadAllText(path);
        var before = text.IndexOf("    {\"code\": \"EMP-00\"", StringComparison.Ordinal);
        File.WriteAllText(path, text[..before] + line + "\n" + text[before..]);
    }

    private static string GuideLine(string beginning, [CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(here, "..", "..", "..", "..", ".."));
        var guide = File.ReadAllLines(Path.Combine(root, "docs", "how-to", "add-a-code.md"));
        return guide.Select(line => line.Trim()).First(line => line.StartsWith(beginning, StringComparison.Ordinal));
    }
}
