using System.Globalization;

namespace Patrin.Modules.Places.Following;

/// <summary>Cuts the sentence around the words of a claim out of its document. Pure.</summary>
public static class Passages
{
    /// <summary>The rest of the sentence on both sides of a quotation.</summary>
    /// <param name="text">The verbatim text.</param>
    /// <param name="sentenceMap">Sentences as <c>start,end,role;...</c>; may be empty, then the cut is made at full stops and line ends.</param>
    /// <param name="start">First position of the quoted words.</param>
    /// <param name="end">Position after them.</param>
    public static (string Before, string After) Around(string text, string sentenceMap, int start, int end)
    {
        var (from, to) = Sentence(text, sentenceMap, start, end);
        return (Shorten(text[from..start], atStart: true), Shorten(text[end..to], atStart: false));
    }

    private static (int From, int To) Sentence(string text, string map, int start, int end)
    {
        int from = -1, to = -1;
        foreach (var range in map.AsSpan().Split(';'))
        {
            if (!TryRead(map.AsSpan(range), out var first, out var last))
                continue;
            if (first <= start && start < last)
                from = first;
            if (first < end && end <= last)
                to = last;
        }

        return (from >= 0 ? from : Back(text, start), to >= 0 && to <= text.Length ? to : Forward(text, end));
    }

    private static bool TryRead(ReadOnlySpan<char> sentence, out int first, out int last)
    {
        first = last = 0;
        var comma = sentence.IndexOf(',');
        if (comma < 0)
            return false;
        var rest = sentence[(comma + 1)..];
        var second = rest.IndexOf(',');
        return int.TryParse(sentence[..comma], NumberStyles.None, CultureInfo.InvariantCulture, out first)
            && int.TryParse(second < 0 ? rest : rest[..second], NumberStyles.None, CultureInfo.InvariantCulture, out last);
    }

    private static int Back(string text, int start)
    {
        for (var i = start; i > 0; i--)
        {
            if (text[i - 1] is '\n' || (text[i - 1] is '.' or '!' or '?' && i < text.Length && char.IsWhiteSpace(text[i])))
                return i;
        }

        return 0;
    }

    private static int Forward(string text, int end)
    {
        for (var i = end; i < text.Length; i++)
        {
            if (text[i] is '\n')
                return i;
            if (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
                return i + 1;
        }

        return text.Length;
    }

    /// <summary>Keeps the side that touches the quotation, at a word boundary.</summary>
    private static string Shorten(string side, bool atStart)
    {
        var tidy = atStart ? side.TrimStart() : side.TrimEnd();
        if (tidy.Length <= PlacePassage.SideMax)
            return tidy;
        if (atStart)
        {
            var cut = tidy.IndexOf(' ', tidy.Length - PlacePassage.SideMax);
            return cut < 0 ? "…" : "… " + tidy[(cut + 1)..];
        }

        var last = tidy.LastIndexOf(' ', PlacePassage.SideMax);
        return last < 0 ? "…" : tidy[..last] + " …";
    }
}
