using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents.Import;

/// <summary>Cuts a text into parts a page can show: at sections where possible, else between sentences, else anywhere but inside a character.</summary>
public static class TextParts
{
    /// <summary>A part is at most this long, in UTF-16 units.</summary>
    public const int Longest = 20_000;

    /// <summary>A section that begins after this much of a part begins a new one.</summary>
    private const int Enough = Longest / 2;

    public static List<DocumentPart> Cut(Guid document, string text, ReadingResult reading, CodePoints points)
    {
        var sections = reading.Places.Select(p => p.Section.Start).ToHashSet();
        var parts = new List<DocumentPart>();
        var sentence = 0;
        for (var start = 0; start < text.Length;)
        {
            var first = sentence;
            var end = text.Length - start <= Longest ? text.Length : EndAfter(text, start, reading.Sentences, sections, ref sentence);
            parts.Add(Part(document, parts.Count + 1, start, end, text, reading.Sentences, first, points));
            while (sentence < reading.Sentences.Count && reading.Sentences[sentence].Span.End <= end)
                sentence++;
            start = end;
        }

        return parts;
    }

    private static DocumentPart Part(
        Guid document, int number, int start, int end, string text, IReadOnlyList<ReadSentence> sentences, int first, CodePoints points) => new()
    {
        DocumentId = document,
        Number = number,
        Start = start,
        End = end,
        CodePointsBefore = points.Before(start),
        Text = text[start..end],
        Sentences = SentenceMap.Write(sentences.Skip(first).TakeWhile(s => s.Span.Start < end), start, end),
    };

    private static int EndAfter(string text, int start, IReadOnlyList<ReadSentence> sentences, HashSet<int> sections, ref int sentence)
    {
        var end = 0;
        for (var i = sentence; i < sentences.Count && sentences[i].Span.Start <= start + Longest; i++)
        {
            var at = sentences[i].Span.Start;
            if (at <= start)
                continue;
            end = at;
            if (at > start + Enough && sections.Contains(at))
                break;
        }

        return end > 0 ? end : HardEnd(text, start + Longest);
    }

    /// <summary>A sentence longer than a part: cut at a space near the end, never between the halves of a character.</summary>
    private static int HardEnd(string text, int end)
    {
        var space = text.LastIndexOf(' ', end - 1, Math.Min(end, Enough));
        if (space > 0)
            return space + 1;
        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
