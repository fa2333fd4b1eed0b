namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// Turns rows into lines with tabs between cells. A row that is used for layout (one filled cell, or a cell with
/// several paragraphs of running text) is written as paragraphs instead, so that sentences stay whole.
/// </summary>
internal sealed class DocxTables(TextLayout layout)
{
    private const int RunningText = 120;

    private readonly Stack<List<List<string>>> _rows = new();
    private bool _lastWasLine;

    public void EnterTable()
    {
        if (_rows.Count == 0)
            Separate(asLine: false);
    }

    public void EnterRow() => _rows.Push([]);

    public void EnterCell()
    {
        if (_rows.TryPeek(out var row))
            row.Add([]);
    }

    public void LeaveRow()
    {
        if (!_rows.TryPop(out var row))
            return;
        if (IsLayout(row))
        {
            foreach (var paragraph in row.SelectMany(cell => cell))
                Write(paragraph, asLine: false);
        }
        else if (row.Exists(cell => cell.Count > 0))
        {
            Write(string.Join('\t', row.Select(cell => string.Join(' ', cell).Replace('\n', ' ').Replace('\t', ' '))).TrimEnd('\t'), asLine: true);
        }
    }

    public void LeaveTable()
    {
        if (_rows.Count == 0)
            _lastWasLine = false;
    }

    /// <summary>Writes a paragraph, or a line that stands directly under the line before it.</summary>
    public void Write(string text, bool asLine)
    {
        // Inside a cell everything waits until the row is complete.
        if (_rows.TryPeek(out var row) && row.Count > 0)
        {
            row[^1].Add(text);
            return;
        }

        Separate(asLine);
        layout.Exact(text);
    }

    private void Separate(bool asLine)
    {
        if (asLine && _lastWasLine)
            layout.Line();
        else
            layout.Paragraph();
        _lastWasLine = asLine;
    }

    private static bool IsLayout(List<List<string>> row) =>
        row.Count(cell => cell.Count > 0) <= 1 && row.Exists(cell => cell.Count > 1)
        || row.Exists(cell => cell.Count > 1 && cell.Exists(p => p.Length > RunningText));
}
