using System.Xml;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>What the style sheet says that changes how text is read: list styles, title styles, the language.</summary>
internal sealed class DocxStyles
{
    private readonly HashSet<string> _lists = [];
    private readonly HashSet<string> _titles = ["Title"];

    public string? Language { get; private set; }

    public bool IsList(string? style) => style is not null && _lists.Contains(style);

    public bool IsTitle(string? style) => style is not null && _titles.Contains(style);

    public static DocxStyles Read(DocxPackage package)
    {
        var styles = new DocxStyles();
        using var reader = package.Open("word/styles.xml");
        string? id = null;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "style":
                    id = Word.Attribute(reader, "styleId");
                    break;
                case "name" when id is not null && Word.Attribute(reader, "val") is "Title":
                    styles._titles.Add(id);
                    break;
                case "numPr" when id is not null:
                    styles._lists.Add(id);
                    break;
                case "lang" when id is null:
                    styles.Language ??= Word.Attribute(reader, "val");
                    break;
            }
        }

        return styles;
    }
}

/// <summary>Names in WordprocessingML, in its transitional and its strict namespace.</summary>
internal static class Word
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    public static bool Is(XmlReader reader) => reader.NamespaceURI is Transitional or Strict;

    public static string? Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name, Transitional) ?? reader.GetAttribute(name, Strict);
}
