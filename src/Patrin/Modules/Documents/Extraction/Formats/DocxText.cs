using System.Xml;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>Text of a Word document: body, then footnotes and endnotes. One forward pass per part.</summary>
internal static class DocxText
{
    public static FormatText Read(byte[] bytes, ExtractionLimits limits)
    {
        try
        {
            return Read(DocxPackage.Open(bytes, limits), limits);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException)
        {
            throw RefusedException.Because(RefusalCodes.Damaged, "format", "docx");
        }
    }

    private static FormatText Read(DocxPackage package, ExtractionLimits limits)
    {
        var styles = DocxStyles.Read(package);
        var layout = new TextLayout(limits.MaxTextCharacters);
        var body = new DocxBody(layout, styles, limits);
        var main = package.MainPart();
        var folder = main[..(main.LastIndexOf('/') + 1)];
        using (var reader = package.Open(main) ?? throw RefusedException.Because(RefusalCodes.Damaged, "format", "docx"))
            body.Read(reader);
        foreach (var extra in (ReadOnlySpan<string>)["footnotes.xml", "endnotes.xml"])
        {
            using var reader = package.Open(folder + extra);
            if (reader is not null)
                body.Read(reader);
        }

        return new(layout.ToString(), CoreTitle(package) ?? body.Title, styles.Language, Notes(package, body));
    }

    private static string? CoreTitle(DocxPackage package)
    {
        using var reader = package.Open(package.CorePart());
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "title")
                return reader.ReadElementContentAsString() is { } title && !string.IsNullOrWhiteSpace(title) ? title : null;
        }

        return null;
    }

    private static List<ExtractionNote> Notes(DocxPackage package, DocxBody body)
    {
        var notes = new List<ExtractionNote>();
        void Count(string code, int count)
        {
            if (count > 0)
                notes.Add(Note.Of(code, "count", count));
        }

        Count(NoteCodes.DeletedLeftOut, body.Deleted);
        Count(NoteCodes.InsertedRead, body.Inserted);
        Count(NoteCodes.HiddenLeftOut, body.Hidden);
        Count(NoteCodes.ExternalNotFetched, package.ExternalReferences() + body.ExternalFields);
        Count(NoteCodes.EmbeddedNotOpened, package.EmbeddedFiles);
        if (body.HasComments)
            notes.Add(Note.Of(NoteCodes.CommentsLeftOut));
        if (package.HasHeaders)
            notes.Add(Note.Of(NoteCodes.HeadersLeftOut));
        if (package.HasMacros)
            notes.Add(Note.Of(NoteCodes.MacrosIgnored));
        return notes;
    }
}
