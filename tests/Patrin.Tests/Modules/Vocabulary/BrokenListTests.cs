using Patrin.Modules.Vocabulary;

namespace Patrin.Tests.Modules.Vocabulary;

/// <summary>Each test breaks a copy of the shipped lists in one way and reads what the person at the console would read.</summary>
public sealed class BrokenListTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("patrin-codes").FullName;

    public BrokenListTests()
    {
        foreach (var file in Directory.GetFiles(ShippedLists.Folder))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("challenge", "\"code\": \"EDU-02\"", "\"code\": \"EDU-01\"", "challenge.json: EDU-01: the code is given twice")]
    [InlineData("challenge", "\"code\": \"EDU-02\", \"parent\": \"EDU\"", "\"code\": \"EDU-02\", \"parent\": \"EDX\"", "challenge.json: EDU-02: the parent 'EDX' does not exist")]
    [InlineData("challenge", "\"code\": \"EDU-02\", \"parent\": \"EDU\"", "\"code\": \"EDU-02\"", "challenge.json: EDU-02: the parent is missing")]
    [InlineData("challenge", "\"code\": \"EDU-02\"", "\"code\": \"edu-02\"", "challenge.json: edu-02: a code is made of A to Z, 0 to 9, '.', '-' and '_'")]
    [InlineData("challenge", "\"hu\": \"Korai iskolaelhagyás\"", "\"hu\": \" \"", "challenge.json: EDU-02: the label is missing in 'hu'")]
    [InlineData("challenge", ", \"hu\": \"Lemorzsolódás, hiányzás, évismétlés\"", "", "challenge.json: EDU-02: the note is missing in 'hu'")]
    [InlineData("challenge", "\"sort\": 3", "\"sort\": 2", "challenge.json: the position 2 is given twice")]
    [InlineData("challenge", "\"sort\": 3", "\"sort\": 3, \"retired\": {\"since\": \"2027-01-01\", \"replacement\": \"EDU-99\"}", "challenge.json: EDU-02: the replacement 'EDU-99' does not exist or is retired as well")]
    [InlineData("intervention", "\"areas\": [\"HLT\"]", "\"areas\": [\"XXX\"]", "intervention.json: INT-01: the area 'XXX' does not exist")]
    [InlineData("indicator", "\"unit\": \"GAP\"", "\"unit\": \"MILES\"", "indicator.json: EDU.I02: the unit 'MILES' does not exist")]
    [InlineData("area", "\"list\": \"area\"", "\"list\": \"areas\"", "area.json: the file must be called 'areas.json' after its list")]
    public void A_fault_stops_the_start_and_names_file_code_and_fault(string list, string right, string wrong, string message)
    {
        Break(list, right, wrong);
        var broken = Assert.Throws<CodeListException>(() => CodeLists.Load(_folder));
        Assert.Contains(message, broken.Faults);
    }

    [Fact]
    public void A_misspelt_property_is_a_fault_and_not_skipped()
    {
        Break("challenge", "\"sort\": 3", "\"sort\": 3, \"sensitiv\": true");
        var broken = Assert.Throws<CodeListException>(() => CodeLists.Load(_folder));
        Assert.StartsWith("challenge.json: EDU-02: ", broken.Message, StringComparison.Ordinal);
        Assert.Contains("sensitiv", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_cut_off_names_the_file()
    {
        File.WriteAllText(Path.Combine(_folder, "trend.json"), "{ \"list\": \"trend\", ");
        Assert.StartsWith("trend.json: ", Assert.Throws<CodeListException>(() => CodeLists.Load(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_list_and_a_missing_folder_are_faults()
    {
        File.Delete(Path.Combine(_folder, "country.json"));
        Assert.Contains("country.json: the list is missing", Assert.Throws<CodeListException>(() => CodeLists.Load(_folder)).Faults);
        Assert.Throws<CodeListException>(() => CodeLists.Load(Path.Combine(_folder, "none")));
    }

    [Fact]
    public void A_retired_code_keeps_its_label_but_is_no_longer_offered()
    {
        Break("challenge", "\"sort\": 3", "\"sort\": 3, \"retired\": {\"since\": \"2027-01-01\", \"replacement\": \"EDU-01\"}");
        var challenges = CodeLists.Load(_folder).Challenges;
        Assert.Equal(new Retirement(new DateOnly(2027, 1, 1), "EDU-01"), challenges["EDU-02"].Retired);
        Assert.Equal("Early school leaving", challenges["EDU-02"].Label("en"));
        Assert.DoesNotContain(challenges.Current, code => code.Key == "EDU-02");
    }

    private void Break(string list, string right, string wrong)
    {
        var path = Path.Combine(_folder, list + ".json");
        var text = File.ReadAllText(path);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{list}.json no longer contains {right}");
        File.WriteAllText(path, text[..at] + wrong + text[(at + right.Length)..]);
    }
}
