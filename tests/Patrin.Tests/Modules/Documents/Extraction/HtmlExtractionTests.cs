using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

public sealed class HtmlExtractionTests
{
    [Fact]
    public async Task Blocks_become_paragraphs_items_become_lines_and_cells_are_kept_apart()
    {
        var document = await Extract.Html("""
            <!DOCTYPE html><html lang="sk"><head><title> Profile of
              Ko&scaron;ice </title><style>p{}</style></head><body>
            <nav>Home | About</nav><h1>Ko&#353;ice</h1><p>The city has
              230&nbsp;000 <b>people</b>.<br>Second&shy;line</p>
            <ul><li>school<ul><li>meals</li></ul></li><li>work</li></ul>
            <table><tr><th>Year</th><th>Roma</th></tr><tr><td>2011</td><td><p>6,000</p></td></tr></table>
            <script>document.write('x')</script><p hidden>secret</p><p style="display: none">secret</p>
            <pre>a  b
            c</pre></body></html>
            """);
        Assert.Equal(
            "Košice\n\nThe city has 230\u00A0000 people.\nSecond\u00ADline\n\nschool\nmeals\nwork\n\nYear\tRoma\n2011\t6,000\n\na  b\nc",
            document.Text);
        Assert.Equal("Profile of Košice", document.Title);
        Assert.Equal("sk", document.LanguageHint);
        Assert.Equal("text/html", document.MediaType);
        Assert.Contains("hidden-left-out count=2", document.Notes.Select(Extract.Line));
    }

    [Fact]
    public async Task The_main_part_is_preferred_and_this_is_noted()
    {
        var document = await Extract.Html("<html><body><div>Cookies!</div><main><p>The town.</p></main><footer>Imprint</footer></body></html>");
        Assert.Equal("The town.", document.Text);
        Assert.Contains(document.Notes, n => n.Code == NoteCodes.MainContentOnly);
    }

    [Fact]
    public async Task Teasers_in_articles_do_not_replace_the_page()
    {
        var document = await Extract.Html("<html><body><p>The town has a long text of its own here.</p><article>Teaser</article></body></html>");
        Assert.Equal("The town has a long text of its own here.\n\nTeaser", document.Text);
    }

    [Fact]
    public async Task Cells_of_a_layout_table_become_paragraphs()
    {
        var document = await Extract.Html("<html><body><table><tr><td><h2>A</h2><p>One.</p></td><td><p>Two.</p></td></tr></table></body></html>");
        Assert.Equal("A\n\nOne.\n\nTwo.", document.Text);
    }

    [Fact]
    public async Task R50_a_page_in_a_stated_legacy_encoding_is_decoded_by_its_statement()
    {
        var bytes = Samples.InCodePage(1251, "<html><head><meta charset=\"windows-1251\"></head><body><p>Самоков</p></body></html>");
        Assert.Equal("Самоков", (await Extract.Document(bytes, "stranica")).Text);
    }

    [Fact]
    public async Task A_page_without_text_is_refused()
    {
        var refused = await Extract.Refusal(Samples.Utf8("<html><body><script>x()</script></body></html>"), "a.html");
        Assert.Equal("no-text format=html", Extract.Line(refused));
    }
}
