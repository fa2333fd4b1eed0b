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
