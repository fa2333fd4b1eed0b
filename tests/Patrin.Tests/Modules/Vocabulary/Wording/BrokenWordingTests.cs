using Patrin.Modules.Vocabulary;
using Patrin.Modules.Vocabulary.Wording;

namespace Patrin.Tests.Modules.Vocabulary.Wording;

public sealed class BrokenWordingTests : IDisposable
{
    private const string Good = """{"patterns": ["ghetto*"], "reason": "PLACE", "level": "HINT", "instead": "neighbourhood"}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("patrin-wording").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_list_without_fault_is_read()
    {
        Write(Good);
        Assert.Equal("en", Assert.Single(Load()).Language);
    }

    [Theory]
    [InlineData("\"ghetto*\"", "\"ghetto*\", \"ghetto*\"", "en.json: ghetto*: the pattern is given twice")]
    [InlineData("PLACE", "PLACES", "en.json: ghetto*: the reason 'PLACES' does not exist")]
    [InlineData("\"neighbourhood\"", "\"\"", "en.json: ghetto*: what to write instead is missing")]
    [InlineData("\"ghetto*\"", "\"get*\"", "en.json: get*: a pattern needs words, and a stem at least 4 letters")]
    [InlineData("\"ghetto*\"", "\" \"", "en.json:  : a pattern needs words, and a stem at least 4 letters")]
    public void A_fault_names_file_pattern_and_fault(string right, string wrong, string message)
    {
        Write(Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(message, Assert.Throws<CodeListException>(Load).Faults);
    }

    [Theory]
    [InlineData("HINT", "BLOCK")]
    [InlineData("\"level\"", "\"strength\"")]
    public void A_word_the_program_does_not_know_is_a_fault(string right, string wrong)
    {
        Write(Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.StartsWith("en.json: ", Assert.Throws<CodeListException>(Load).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_under_the_name_of_another_language_is_a_fault()
    {
        Write(Good, "ro.json");
        Assert.Contains("ro.json", Assert.Throws<CodeListException>(Load).Message, StringComparison.Ordinal);
    }

    private void Write(string entry, string file = "en.json") =>
        File.WriteAllText(Path.Combine(_folder, file), $$"""{"language": "en", "entries": [{{entry}}]}""");

    private IReadOnlyList<WordingList> Load() => WordingReader.Load(_folder, ShippedLists.Load());
}
