using System.Xml;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>The parts of a DOCX that matter, after every part passed the checks.</summary>
internal sealed class DocxPackage
{
    private readonly ZipPackage _zip;
    private readonly ExtractionLimits _limits;

    private DocxPackage(ZipPackage zip, ExtractionLimits limits)
    {
        _zip = zip;
        _limits = limits;
    }

    public bool HasMacros => _zip.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    public int EmbeddedFiles => _zip.Names.Count(n => n.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase));

    public bool HasHeaders => _zip.Names.Any(n =>
        n.StartsWith("word/header", StringComparison.OrdinalIgnoreCase) || n.StartsWith("word/footer", StringComparison.OrdinalIgnoreCase));

    public static DocxPackage Open(byte[] bytes, ExtractionLimits limits)
    {
        var zip = ZipPackage.Open(bytes, limits);
        foreach (var name in zip.Names.Where(IsXml))
            SafeXml.RefuseDocumentType(name, () => zip.OpenEntry(name)!, limits);
        return new(zip, limits);
    }

    public XmlReader? Open(string part) => _zip.OpenEntry(part) is { } stream ? SafeXml.Read(stream, _limits) : null;

    /// <summary>The part that holds the text; nearly always word/document.xml, but the package may name another.</summary>
    public string MainPart()
    {
        var stated = Relationships("_rels/.rels").FirstOrDefault(r => r.Type == "officeDocument").Target;
        return stated is not null && _zip.Names.Contains(stated.TrimStart('/'), StringComparer.OrdinalIgnoreCase)
            ? stated
            : "word/document.xml";
    }

    /// <summary>The part with title and author; by its relationship, for its name differs between programs.</summary>
    public string CorePart() =>
        Relationships("_rels/.rels").FirstOrDefault(r => r.Type == "core-properties").Target ?? "docProps/core.xml";

    /// <summary>References to content outside the file, links for readers not counted. None is ever followed.</summary>
    public int ExternalReferences() => _zip.Names
        .Where(n => n.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
        .Sum(n => Relationships(n).Count(r => r.IsExternal && r.Type != "hyperlink"));

    private static bool IsXml(string name) =>
        Path.GetExtension(name).ToLowerInvariant() is ".xml" or ".rels" or ".vml" or ".psmdcp" or ".svg";

    private List<(string Type, string Target, bool IsExternal)> Relationships(string part)
    {
        var found = new List<(string, string, bool)>();
        using var reader = Open(part);
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
                continue;
            var type = reader.GetAttribute("Type") ?? "";
            found.Add((
                type[(type.LastIndexOf('/') + 1)..],
                reader.GetAttribute("Target") ?? "",
                reader.GetAttribute("TargetMode") == "External"));
        }

        return found;
    }
}
