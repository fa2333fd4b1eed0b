namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>Finds what stands between quotation marks, in one pass.</summary>
internal static class Quotations
{
    /// <summary>Half-open ranges inside the marks, in order, not overlapping. A mark that is never closed opens nothing.</summary>
    public static List<(int Start, int End)> In(string text)
    {
        var found = new List<(int, int)>();
        var open = -1;
        var closers = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (open >= 0 && closers.Contains(text[i], StringComparison.Ordinal))
            {
                found.Add((open, i));
                open = -1;
            }
            else if (open < 0 && ClosersOf(text[i]) is { } wanted)
            {
                (open, closers) = (i + 1, wanted);
            }
            // A forgotten mark must not turn the rest of the text into a quotation.
            else if (text[i] == '\n' && i > 0 && text[i - 1] == '\n')
            {
                open = -1;
            }
        }
        return found;
    }

    // English “…”, German and Bulgarian „…“, Romanian, Hungarian and Polish „…”, Swedish ”…”, French «…», Danish »…«.
    private static string? ClosersOf(char opener) => opener switch
    {
        '"' => "\"",
        '“' => "”",
        '”' => "”",
        '„' => "“”",
        '«' => "»",
        '»' => "«",
        _ => null,
    };
}
