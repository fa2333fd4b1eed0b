using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Patrin.Tests.Modules.Documents.Extraction;

public sealed class PdfExtractionTests
{
    [Fact]
    public async Task Paragraphs_are_separated_and_lines_keep_their_hyphens()
    {
        var document = await Extract.Document(Written(), "plan.pdf");
        Assert.Equal("Plan of the town\n\nThe town supports inte-\ngration of 2,500 Roma.\n\nIt builds ten flats.", document.Text);
        Assert.Equal("Plan 2024", document.Title);
        Assert.Equal("application/pdf", document.MediaType);
        Assert.Contains("pages-without-text count=1 pages=2", document.Notes.Select(Extract.Line));
    }

    [Fact]
    public async Task A_hand_written_file_states_its_language()
    {
        var document = await Extract.Document(Samples.Pdf(Samples.Utf8("BT /F1 12 Tf 72 700 Td (Salut lume) Tj ET")), "a.pdf");
        Assert.Equal("Salut lume", document.Text);
        Assert.Equal("ro", document.LanguageHint);
        Assert.Equal("A plan", document.Title);
    }

    [Fact]
    public async Task A_scan_without_text_layer_is_refused()
    {
        var refused = await Extract.Refusal(Samples.Pdf(Samples.Utf8("0 0 100 100 re f")), "scan.pdf");
        Assert.Equal("no-text format=pdf", Extract.Line(refused));
    }

    [Fact]
    public async Task Columns_are_read_one_after_the_other_a_sentence_runs_on_and_cells_are_kept_apart()
    {
        var document = await Extract.Document(Drawn(
            (60, 700, "The council supports the"), (60, 686, "school mediators and it"), (60, 672, "pays for school"),
            (320, 700, "transport of children."), (320, 686, "Meals are free of charge."),
            (60, 500, "Year"), (160, 500, "Roma"), (60, 470, "2011"), (160, 470, "3,000")), "a.pdf");
        Assert.Equal(
            "The council supports the\nschool mediators and it\npays for school\ntransport of children.\nMeals are free of charge.\n\nYear\tRoma\n2011\t3,000",
            document.Text);
    }

    [Fact]
    public async Task Justified_lines_stay_whole_and_indented_paragraphs_are_told()
    {
        // Word spacing of 20 points, as justification in narrow columns makes it.
        var document = await Extract.Document(Samples.Pdf(Samples.Utf8(
            "BT /F1 10 Tf 20 Tw 12 TL 72 700 Td (It builds) Tj T* (ten flats.) Tj 0 Tw 15 -12 Td (Then it) Tj -15 -12 Td (goes on.) Tj ET")), "a.pdf");
        Assert.Equal("It builds\nten flats.\n\nThen it\ngoes on.", document.Text);
    }

    private static byte[] Drawn(params ReadOnlySpan<(int X, int Y, string Text)> lines)
    {
        var content = new System.Text.StringBuilder();
        foreach (var (x, y, text) in lines)
            content.Append(System.Globalization.CultureInfo.InvariantCulture, $"BT /F1 11 Tf {x} {y} Td ({text}) Tj ET\n");
        return Samples.Pdf(Samples.Utf8(content.ToString()));
    }

    private static byte[] Written()
    {
        using var builder = new PdfDocumentBuilder();
        builder.DocumentInformation.Title = "Plan 2024";
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        page.AddText("Plan of the town", 20, new PdfPoint(60, 760), font);
        page.AddText("The town supports inte-", 11, new PdfPoint(60, 700), font);
        page.AddText("gration of 2,500 Roma.", 11, new PdfPoint(60, 686), font);
        page.AddText("It builds ten flats.", 11, new PdfPoint(60, 640), font);
        builder.AddPage(PageSize.A4);
        return builder.Build();
    }
}
