namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// Decides between which lines a paragraph ends: a larger gap than the page's usual one, another letter size, a move
/// upwards (next column) or an indented first line. A sentence that runs on over a column or page is not cut.
/// </summary>
internal sealed class PdfParagraphs(TextLayout layout)
{
    private const double LargerGap = 1.3, OtherSize = 1.12, LeastIndent = 0.8, MostIndent = 5;

    private string _last = "";

    public void Write(List<PdfLine> lines)
    {
        var usual = UsualGap(lines);
        for (var i = 0; i < lines.Count; i++)
        {
            var isNew = i == 0 ? !RunsOn(lines[i].Text) : IsNewParagraph(lines[i - 1], lines[i], usual);
            if (isNew)
                layout.Paragraph();
            else
                layout.Line();
            layout.Exact(lines[i].Text);
            _last = lines[i].Text;
        }
    }

    private bool IsNewParagraph(PdfLine before, PdfLine line, double usual)
    {
        var size = Math.Max(before.Size, line.Size);
        var gap = (before.Height - line.Height) / size;
        if (line.Orientation != before.Orientation || size > OtherSize * Math.Min(before.Size, line.Size))
            return true;
        if (gap < 0)
            return !RunsOn(line.Text);
        // Rows of a table, however far apart.
        if (before.Text.Contains('\t') && line.Text.Contains('\t'))
            return false;
        if (gap > usual * LargerGap)
            return true;
        var indent = (line.Start - before.Start) / size;
        return indent is > LeastIndent and < MostIndent && EndsSentence(before.Text);
    }

    /// <summary>The middle one of the gaps between neighbouring lines, in letter sizes.</summary>
    private static double UsualGap(List<PdfLine> lines)
    {
        var gaps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            var gap = (lines[i - 1].Height - lines[i].Height) / Math.Max(lines[i - 1].Size, lines[i].Size);
            if (gap is > 0.6 and < 3)
                gaps.Add(gap);
        }

        gaps.Sort();
        // With few lines the middle one may be the gap between two paragraphs; lines are rarely set wider than this.
        return gaps.Count < 3 ? 1.4 : gaps[(gaps.Count - 1) / 2];
    }

    private bool RunsOn(string next) => _last.Length > 0 && !EndsSentence(_last) && char.IsLower(next[0]);

    private static bool EndsSentence(string line) =>
        line.AsSpan().TrimEnd("\"'”’»)") is [.., '.' or '!' or '?' or ':' or ';' or '…' or '·'];
}
