using System.Text.RegularExpressions;
using Patrin.Platform.Localization;

namespace Patrin.Tests.Rules;

/// <summary>Every text a person sees comes from the catalogues, and each complete language has all of them.</summary>
public sealed partial class TextRulesTests
{
    [Theory]
    [InlineData("hu")]
    [InlineData("ro")]
    public void A_complete_language_has_every_text_with_all_plural_forms_and_the_same_placeholders(string language)
    {
        var entries = Texts(language).ToDictionary(e => (e.Context, e.Id));
        var faults = new List<string>();
        var missing = new List<SourceText>();
        foreach (var text in TextsInSource.All)
        {
            if (!entries.TryGetValue((text.Context, text.One), out var entry) || entry.Forms.Any(f => f.Length == 0))
            {
                missing.Add(text);
                faults.Add($"missing: {text.One}  ({text.File})");
            }
            else if (text.Many is not null && entry.Forms.Count != PluralRules.Forms(language))
                faults.Add($"needs {PluralRules.Forms(language)} plural forms: {text.One}");
            else if (entry.Forms.Any(f => !Placeholders(f).IsSubsetOf(Placeholders(text.Many ?? text.One)) || (text.Many is null && !Placeholders(f).SetEquals(Placeholders(text.One)))))
                faults.Add($"other placeholders: {text.One}");
        }

        // Ready to be appended to the catalogue and filled in (docs/how-to/add-a-language.md).
        File.WriteAllLines(Path.Combine(Path.GetTempPath(), $"patrin-missing.{language}.po"), missing.Select(m => Entry(m, PluralRules.Forms(language))));
        Assert.True(faults.Count == 0, $"{faults.Count} faults in {language}.po\n" + string.Join('\n', faults.Take(40)));
    }

    [Theory]
    [InlineData("hu")]
    [InlineData("ro")]
    public void A_catalogue_has_no_text_that_nobody_uses(string language)
    {
        var used = TextsInSource.All.Select(t => (t.Context, t.One)).ToHashSet();
        var unused = Texts(language).Where(e => !used.Contains((e.Context, e.Id))).Select(e => e.Id);
        Assert.Empty(unused);
    }

    [Fact]
    public void No_page_holds_literal_text()
    {
        var faults = Repository.Files("src/Patrin", "*.cshtml").SelectMany(LiteralText.In).ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(40)));
    }

    [Fact]
    public void The_search_for_literal_text_sees_some()
    {
        Assert.NotEmpty(LiteralText.Faults("<p>@T[\"Good\"] and this is literal</p>"));
        Assert.NotEmpty(LiteralText.Faults("<img alt=\"A map\">"));
        Assert.Empty(LiteralText.Faults("@{ var x = \"code\"; }\n@if (a < b)\n{\n<p title=\"@T[\"x\"]\">@T[\"Good\"] – @Model.Number%</p>\n}\n"));
    }

    private static string Entry(SourceText text, int forms) =>
        $"#: {text.File}\n" + (text.Context.Length > 0 ? $"msgctxt {Quoted(text.Context)}\n" : "") + $"msgid {Quoted(text.One)}\n" +
        (text.Many is null ? "msgstr \"\"\n" : $"msgid_plural {Quoted(text.Many)}\n" + string.Concat(Enumerable.Range(0, forms).Select(i => $"msgstr[{i}] \"\"\n")));

    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    /// <summary>All parts of a catalogue; a text that stands in two of them makes the first test fail.</summary>
    private static IEnumerable<PoEntry> Texts(string language) => Catalogs.Files(Path.Combine(Repository.Source, "Localization"), language).SelectMany(PoFile.Read);

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Placeholder();
}
