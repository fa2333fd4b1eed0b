using System.Text;
using System.Xml;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// Walks one part of a Word document and writes its paragraphs. Deleted and moved-away text, hidden text, field codes
/// and the fallback copy of drawings are left out; what was left out is counted.
/// </summary>
internal sealed class DocxBody(TextLayout layout, DocxStyles styles, ExtractionLimits limits)
{
    private readonly Stack<DocxParagraph> _paragraphs = new();
    private readonly DocxTables _tables = new(layout);
    private bool _hiddenRun;

    public int Deleted { get; private set; }

    public int Inserted { get; private set; }

    public int Hidden { get; private set; }

    public int ExternalFields { get; private set; }

    public bool HasComments { get; private set; }

    public string? Title { get; private set; }

    public void Read(XmlReader reader)
    {
        reader.MoveToContent();
        // Skip() already stands on the next node, so the loop must not read past it.
        for (var more = reader.Read(); more;)
        {
            if (reader.Depth > limits.MaxDepth)
                throw RefusedException.Because(RefusalCodes.TooDeep, "limit", limits.MaxDepth);
            if (reader.NodeType == XmlNodeType.Element && IsLeftOut(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }

            if (reader.NodeType == XmlNodeType.Element)
                Enter(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                Leave(reader);
            more = reader.Read();
        }
    }

    private bool IsLeftOut(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            // Inside paragraph or row properties w:del only says that the mark itself was deleted.
            case "del" or "moveFrom" when !reader.IsEmptyElement && Word.Is(reader):
                Deleted++;
                return true;
            case "delText" or "delInstrText" or "Fallback" or "pPrChange" or "rPrChange" or "sectPrChange" or "tblPrChange":
                return true;
            case "footnote" or "endnote" when Word.Attribute(reader, "type") is "separator" or "continuationSeparator" or "continuationNotice":
                return true;
            default:
                return false;
        }
    }

    private void Enter(XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        switch (reader.LocalName)
        {
            case "p" when Word.Is(reader):
                _paragraphs.Push(new());
                if (isEmpty)
                    Leave(reader);
                break;
            case "tbl" when !isEmpty && Word.Is(reader):
                _tables.EnterTable();
                break;
            case "tr" when !isEmpty && Word.Is(reader):
                _tables.EnterRow();
                break;
            case "tc" when !isEmpty && Word.Is(reader):
                _tables.EnterCell();
                break;
            case "ins" when !isEmpty:
                Inserted++;
                break;
            case "commentReference":
                HasComments = true;
                break;
            default:
                EnterInParagraph(reader);
                break;
        }
    }

    private void EnterInParagraph(XmlReader reader)
    {
        if (!_paragraphs.TryPeek(out var paragraph))
            return;
        switch (reader.LocalName)
        {
            case "pStyle":
                paragraph.Style = Word.Attribute(reader, "val");
                break;
            case "numPr":
                paragraph.IsNumbered = true;
                break;
            case "r" when Word.Is(reader):
                _hiddenRun = false;
                break;
            case "vanish" when IsOn(reader):
                _hiddenRun = true;
                break;
            case "t":
                AddText(reader, paragraph);
                break;
            case "instrText":
                CountField(reader);
                break;
            default:
                AddMark(reader.LocalName, paragraph);
                break;
        }
    }

    private void AddText(XmlReader reader, DocxParagraph paragraph)
    {
        if (reader.IsEmptyElement)
            return;
        // The text node follows; reading it here would leave the reader one node too far.
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA))
                continue;
            if (_hiddenRun)
                Hidden++;
            else
                paragraph.Text.Append(reader.Value);
        }
    }

    private void CountField(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            var code = reader.Value.TrimStart();
            foreach (var field in (ReadOnlySpan<string>)["INCLUDETEXT", "INCLUDEPICTURE", "DDE", "LINK", "IMPORT"])
            {
                if (code.StartsWith(field, StringComparison.OrdinalIgnoreCase))
                    ExternalFields++;
            }
        }
    }

    private static void AddMark(string name, DocxParagraph paragraph)
    {
        var mark = name switch
        {
            "tab" when paragraph.Text.Length > 0 => "\t",
            "br" or "cr" => "\n",
            "noBreakHyphen" => "\u2011",
            "softHyphen" => "\u00AD",
            _ => "",
        };
        paragraph.Text.Append(mark);
    }

    private void Leave(XmlReader reader)
    {
        if (!Word.Is(reader))
            return;
        switch (reader.LocalName)
        {
            case "p" when _paragraphs.TryPop(out var paragraph):
                Write(paragraph);
                break;
            case "tr":
                _tables.LeaveRow();
                break;
            case "tbl":
                _tables.LeaveTable();
                break;
            case "r":
                _hiddenRun = false;
                break;
        }
    }

    private void Write(DocxParagraph paragraph)
    {
        var text = paragraph.Text.ToString().Trim(' ', '\t', '\n');
        if (text.Length == 0)
            return;
        if (styles.IsTitle(paragraph.Style))
            Title ??= text;
        _tables.Write(text, paragraph.IsNumbered || styles.IsList(paragraph.Style));
    }

    private static bool IsOn(XmlReader reader) => Word.Attribute(reader, "val") is null or "1" or "true" or "on";
}

/// <summary>A paragraph while it is being read. Text boxes nest paragraphs, hence a stack of them.</summary>
internal sealed class DocxParagraph
{
    public StringBuilder Text { get; } = new();

    public string? Style { get; set; }

    public bool IsNumbered { get; set; }
}
