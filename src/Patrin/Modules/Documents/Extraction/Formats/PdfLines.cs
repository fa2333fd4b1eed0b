using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>A printed line: its text, where it starts and ends along the line, how far up it stands, its letter size.</summary>
internal readonly record struct PdfLine(string Text, double Start, double Height, double Size, TextOrientation Orientation);

/// <summary>
/// Joins the letters of a page into lines, in the order in which the file draws them. Word processors, browsers and
/// text recognition draw in reading order, columns included; guessing the order from positions does worse on justified
/// columns, and costs more than linear time.
/// </summary>
internal sealed class PdfLines
{
    // All in letter sizes (em). A gap over Word without a drawn blank is a blank; over Cell it is the next cell of a
    // table. With a drawn blank the gap is that of justified text, unless it is wider than that ever gets.
    private const double Word = 0.18, Cell = 0.9, WideCell = 6, Raised = 0.55, Backwards = 0.6;

    private readonly List<PdfLine> _lines = [];
    private readonly StringBuilder _text = new();
    private double _start, _end, _height, _size;
    private TextOrientation _orientation;
    private bool _blank;

    private PdfLines()
    {
    }

    public static List<PdfLine> Of(IReadOnlyList<Letter> letters)
    {
        var lines = new PdfLines();
        foreach (var letter in letters)
            lines.Add(letter);
        lines.End();
        return lines._lines;
    }

    private void Add(Letter letter)
    {
        if (string.IsNullOrWhiteSpace(letter.Value) || letter.Value == "\0")
        {
            _blank = true;
            return;
        }

        var (start, height) = Along(letter.StartBaseLine, letter.TextOrientation);
        var (end, _) = Along(letter.EndBaseLine, letter.TextOrientation);
        var size = letter.PointSize > 0 ? letter.PointSize : 1;
        if (_text.Length > 0 && !Continues(letter, start, height, size))
            End();
        if (_text.Length == 0)
            (_start, _height, _size, _orientation) = (start, height, size, letter.TextOrientation);
        else
            Separate((start - _end) / Math.Max(size, _size));
        foreach (var c in letter.Value)
            _text.Append(Unligated(c));
        _end = end;
        _size = Math.Max(_size, size);
        _blank = false;
    }

    private bool Continues(Letter letter, double start, double height, double size)
    {
        var em = Math.Max(size, _size);
        return letter.TextOrientation == _orientation
            && Math.Abs(height - _height) < em * Raised
            && start > _end - em * Backwards;
    }

    private void Separate(double gap)
    {
        if (gap > WideCell || (!_blank && gap > Cell))
            _text.Append('\t');
        else if (_blank || gap > Word)
            _text.Append(' ');
    }

    private void End()
    {
        if (_text.Length > 0)
            _lines.Add(new(_text.ToString(), _start, _height, _size, _orientation));
        _text.Clear();
        _blank = false;
    }

    // The line's own axes: along the writing direction, and upwards from it.
    private static (double Along, double Up) Along(PdfPoint point, TextOrientation orientation) => orientation switch
    {
        TextOrientation.Rotate180 => (-point.X, -point.Y),
        TextOrientation.Rotate90 => (-point.Y, point.X),
        TextOrientation.Rotate270 => (point.Y, -point.X),
        _ => (point.X, point.Y),
    };

    // Joined letters are a matter of the font, not of the text; nobody finds "ofﬁce" by typing it.
    private static string Unligated(char c) => c switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        '\0' => "",
        _ => c.ToString(),
    };
}
