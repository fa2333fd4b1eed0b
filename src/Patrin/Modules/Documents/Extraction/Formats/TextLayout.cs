using System.Text;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// Collects text with the layout that <see cref="ExtractedDocument"/> promises: one blank line between paragraphs,
/// lines and cells kept apart, no blanks at line ends, never longer than the limit.
/// </summary>
internal sealed class TextLayout(int maxCharacters)
{
    private readonly StringBuilder _text = new();
    private int _breaks;
    private bool _space;
    private bool _tab;

    public bool IsEmpty => _text.Length == 0;

    public int Length => _text.Length;

    /// <summary>Text in which any run of blanks and line ends counts as one blank (HTML).</summary>
    public void Flow(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var blanks = text.IndexOfAnyExcept(" \t\n\r\f");
            if (blanks != 0)
                _space = true;
            if (blanks < 0)
                return;
            text = text[blanks..];
            var end = text.IndexOfAny(" \t\n\r\f");
            var word = end < 0 ? text : text[..end];
            Start();
            Append(word);
            text = text[word.Length..];
        }
    }

    /// <summary>Text taken as it is; it may hold line ends and tabs.</summary>
    public void Exact(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        Start();
        Append(text);
    }

    /// <summary>A blank that disappears at the start and end of a line.</summary>
    public void Space() => _space = true;

    /// <summary>What follows starts a new line.</summary>
    public void Line() => _breaks = Math.Max(_breaks, 1);

    /// <summary>What follows starts a new paragraph.</summary>
    public void Paragraph() => _breaks = 2;

    /// <summary>What follows is the next cell of the same row.</summary>
    public void Cell() => _tab = true;

    public override string ToString() => _text.ToString();

    private void Start()
    {
        if (_text.Length > 0)
        {
            if (_breaks > 0)
                _text.Append('\n', _breaks);
            else if (_tab)
                _text.Append('\t');
            else if (_space)
                _text.Append(' ');
        }

        _breaks = 0;
        _space = _tab = false;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_text.Length + text.Length > maxCharacters)
            throw RefusedException.Because(RefusalCodes.TextTooLong, "limit", maxCharacters);
        _text.Append(text);
    }
}
