using System.Globalization;
using System.Text;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents;

/// <summary>Sentences of one part of a document as one short string, positions counted from the start of the part.</summary>
public static class SentenceMap
{
    private const string Letters = "cxbu";

    /// <summary><c>start,end,role;...</c>; a sentence that crosses the end of the part is cut there.</summary>
    public static string Write(IEnumerable<ReadSentence> sentences, int partStart, int partEnd)
    {
        var map = new StringBuilder();
        foreach (var (span, role) in sentences)
        {
            var start = Math.Max(span.Start, partStart);
            var end = Math.Min(span.End, partEnd);
            if (start < end)
                map.Append(CultureInfo.InvariantCulture, $"{start - partStart},{end - partStart},{Letters[(int)role]};");
        }

        return map.ToString();
    }

    /// <summary>Sentences with positions in the document again.</summary>
    public static List<ReadSentence> Read(DocumentPart part)
    {
        var result = new List<ReadSentence>();
        var map = part.Sentences.AsSpan();
        while (map.Length > 0)
        {
            var end = map.IndexOf(';');
            var entry = map[..end];
            var comma = entry.IndexOf(',');
            var start = part.Start + int.Parse(entry[..comma], CultureInfo.InvariantCulture);
            var stop = part.Start + int.Parse(entry[(comma + 1)..^2], CultureInfo.InvariantCulture);
            result.Add(new(new(start, stop), (SentenceRole)Letters.IndexOf(entry[^1], StringComparison.Ordinal)));
            map = map[(end + 1)..];
        }

        return result;
    }
}
