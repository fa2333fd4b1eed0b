using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Patrin.Tests.Modules.Documents.Extraction;

public sealed class DocxExtractionTests
{
    [Fact]
    public async Task A_file_written_by_the_office_library_is_read_with_title_and_table()
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            word.PackageProperties.Title = "Plan de acțiune";
            word.AddMainDocumentPart().Document = new Document(new Body(
                new Paragraph(new Run(new Text("Școala "){ Space = SpaceProcessingModeValues.Preserve }), new Run(new Text("nouă"), new Break(), new Text("din sat"))),
                new Table(
                    new TableRow(new TableCell(new Paragraph(new Run(new Text("An")))), new TableCell(new Paragraph(new Run(new Text("Romi"))))),
                    new TableRow(new TableCell(new Paragraph(new Run(new Text("2021")))), new TableCell(new Paragraph(new Run(new Text("3.000")))))),
                new Paragraph(new Run(new Text("Sfârșit.")))));
        }

        var document = await Extract.Document(stream.ToArray(), "plan.docx");
        Assert.Equal("Școala nouă\ndin sat\n\nAn\tRomi\n2021\t3.000\n\nSfârșit.", document.Text);
        Assert.Equal("Plan de acțiune", document.Title);
        Assert.Equal("application/vnd.openxmlformats-officedocument.wordprocessingml.document", document.MediaType);
        Assert.Empty(document.Notes);
    }

    [Fact]
    public async Task R50_deleted_hidden_and_moved_text_is_left_out_and_noted()
    {
        var document = await Extract.Document(Samples.Docx("""
            <w:p><w:pPr><w:rPr><w:del w:id="9"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">We build </w:t></w:r>
            <w:del w:id="1" w:author="A"><w:r><w:delText>ten </w:delText></w:r></w:del>
            <w:ins w:id="2" w:author="A"><w:r><w:t xml:space="preserve">five </w:t></w:r></w:ins>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>flats.</w:t></w:r>
            <w:moveFrom w:id="3"><w:r><w:t>old place</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> INCLUDETEXT "http://example.org/x" </w:instrText></w:r><w:r><w:t>kept</w:t></w:r></w:p>
            """), "a.docx");
        Assert.Equal("We build five flats.\n\nkept", document.Text);
        Assert.Equal(
            ["deleted-left-out count=2", "external-not-fetched count=1", "hidden-left-out count=1", "inserted-read count=1"],
            document.Notes.Select(Extract.Line).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Numbered_paragraphs_are_lines_footnotes_follow_and_text_boxes_come_once()
    {
        const string Item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>{0}</w:t></w:r></w:p>";
        var box = $"<mc:AlternateContent><mc:Choice><w:txbxContent>{Samples.Paragraph("box")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{Samples.Paragraph("box")}</w:txbxContent></mc:Fallback></mc:AlternateContent>";
        var document = await Extract.Document(Samples.Docx(
            Samples.Paragraph("Aims:") + Item.Replace("{0}", "school") + Item.Replace("{0}", "work") + $"<w:p><w:r><w:t>around</w:t>{box}</w:r></w:p>",
            ("word/footnotes.xml", $"""<w:footnotes xmlns:w="{Samples.WordNamespace}"><w:footnote w:type="separator">{Samples.Paragraph("---")}</w:footnote><w:footnote w:id="1">{Samples.Paragraph("Census 2011.")}</w:footnote></w:footnotes>"""),
            ("word/styles.xml", $"""<w:styles xmlns:w="{Samples.WordNamespace}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="bg-BG"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>""")),
            "a.docx");
        Assert.Equal("Aims:\n\nschool\nwork\n\nbox\n\naround\n\nCensus 2011.", document.Text);
        Assert.Equal("bg-BG", document.LanguageHint);
    }

    [Fact]
    public async Task Cells_with_running_text_become_paragraphs()
    {
        var longText = Samples.Repeat("The municipality builds flats for families. ", 4).Trim();
        var document = await Extract.Document(Samples.Docx(
            $"<w:tbl><w:tr><w:tc>{Samples.Paragraph(longText)}{Samples.Paragraph("Second.")}</w:tc><w:tc>{Samples.Paragraph("Right.")}</w:tc></w:tr></w:tbl>"), "a.docx");
        Assert.Equal($"{longText}\n\nSecond.\n\nRight.", document.Text);
    }

    [Fact]
    public async Task R49_macros_embedded_files_and_external_references_are_reported_never_used()
    {
        var document = await Extract.Document(Samples.Docx(
            Samples.Paragraph("Text"),
            ("word/vbaProject.bin", "macro"),
            ("word/embeddings/sheet.xlsx", "PK"),
            ("word/_rels/document.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="a" Type="http://x/attachedTemplate" Target="http://192.0.2.1/t.dotm" TargetMode="External"/>
                <Relationship Id="b" Type="http://x/hyperlink" Target="http://example.org/" TargetMode="External"/>
                </Relationships>
                """)), "a.docx");
        Assert.Equal("Text", document.Text);
        Assert.Equal(
            ["embedded-not-opened count=1", "external-not-fetched count=1", "macros-ignored"],
            document.Notes.Select(Extract.Line).Order(StringComparer.Ordinal));
    }
}
