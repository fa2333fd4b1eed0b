using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Extraction;
using Patrin.Modules.Documents.Import;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Platform;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Text;

namespace Patrin.Tests.Modules.Documents.Import;

/// <summary>Whatever the engines can say has a sentence of its own for people.</summary>
public sealed class WordingTests
{
    private static readonly Texts Texts = new(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Localization")));

    [Fact]
    public void Every_check_has_a_sentence_of_its_own()
    {
        var words = new CheckWords(Texts, CodeLists.Load(Path.Combine(PatrinOptions.DataFiles, "codes")));
        var sentences = Checks.Codes.Select(code => words.Of(new() { Code = code, Arguments = "1\n2\n3\n4\n5\n6" })).ToList();
        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.All(sentences, s => Assert.False(s.StartsWith("Please look", StringComparison.Ordinal), s));
    }

    [Fact]
    public void Every_refusal_says_what_to_do_and_never_its_code() => Assert.All(RefusalCodes.All, code =>
    {
        var refusal = RefusalTexts.Of(new(code, new Dictionary<string, string> { ["limit"] = "20971520", ["format"] = "xlsx" }) { Sha256 = "" });
        if (code.Contains('-', StringComparison.Ordinal))
            Assert.DoesNotContain(code, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(refusal.Message.TrimEnd('.').Split(". "), s => s.Split(' ')[0] is "Choose" or "Save" or "Get" or "Use" or "Take" or "Paste" or "Files" || s.Contains("paste the text", StringComparison.Ordinal));
    });

    [Fact]
    public void Every_note_has_a_sentence_of_its_own()
    {
        var words = new NoteWords(Texts);
        var document = new SourceDocument
        {
            Title = "", ReadOn = default, Language = "en", MediaType = "", Sha256 = "", ImportedAt = default, ImportedBy = "",
            Notes = string.Join('\n', NoteCodes.All.Select(c => c + "\t3\t9")),
        };
        Assert.Equal(NoteCodes.All.Count, words.Of(document).Distinct().Count());
        Assert.DoesNotContain("Something was left out while reading the file.", words.Of(document));
    }

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u202Etxt.exe")]
    [InlineData("a\u2028b\u0007")]
    public void R44_a_line_with_control_characters_is_refused(string line) =>
        Assert.Equal("Title", Assert.Throws<RuleBroken>(() => PlainText.Line("Title", line, 100)).Field);

    [Fact]
    public void R44_half_a_character_is_refused() => Assert.Throws<RuleBroken>(() => PlainText.Line("Title", "half " + '\uD800', 100));

    [Fact]
    public void R44_a_line_is_kept_in_composed_form() => Assert.Equal("Ț", PlainText.Line("Title", " T\u0326 ", 10));

    [Fact]
    public void R44_what_has_no_width_goes_and_lines_become_one() => Assert.Equal("Cluj Napoca", PlainText.Line("Title", "\uFEFFCl\u200Buj\n Napo\u00ADca", 20));

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\me\\page.html", "page.html")]
    [InlineData("cod.\u202Etxt.exe", "cod.txt.exe")]
    [InlineData("a\u0000b<c>.txt", "ab_c_.txt")]
    public void R50_a_file_name_loses_what_could_do_harm(string given, string kept) => Assert.Equal(kept, FileNames.Clean(given));

    [Fact]
    public void R50_a_file_name_ends_after_255_bytes_and_between_characters()
    {
        var name = FileNames.Clean(string.Concat(Enumerable.Repeat("👪", 100)));
        Assert.Equal(252, System.Text.Encoding.UTF8.GetByteCount(name));
    }

    [Fact]
    public void Front_matter_with_known_keys_is_metadata_and_its_lines_become_blanks()
    {
        const string Text = "---\ntitle: \"A, B\"\nread-on: 2026-11-24\n---\n# Heading\n";
        var front = FrontMatter.Of(Text)!;
        Assert.Equal(("A, B", new DateOnly(2026, 11, 24)), (front["title"], front.ReadOn!.Value));
        Assert.Equal("# Heading", front.Blank(Text).Trim());
        Assert.Equal(Text.IndexOf('#', StringComparison.Ordinal), front.Blank(Text).IndexOf('#', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("---\n\nA line between two rules\n---\n")]
    [InlineData("---\nsecret: 1\n---\n")]
    [InlineData("---\ntitle: never closed\n")]
    [InlineData("title: no rule\n---\n")]
    public void Anything_else_at_the_head_of_a_file_is_text(string text) => Assert.Null(FrontMatter.Of(text));
}
