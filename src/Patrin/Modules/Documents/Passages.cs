using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Data;

namespace Patrin.Modules.Documents;

/// <summary>A passage with the words around it.</summary>
public sealed record Passage(string Before, string Quote, string After);

/// <summary>Reads stretches of verbatim texts without loading whole documents.</summary>
public static class Passages
{
    /// <summary>Longest stretch shown on either side of a passage.</summary>
    private const int SentenceRoom = 500;

    /// <summary>The parts that hold any of [start, end).</summary>
    public static Task<List<DocumentPart>> PartsAsync(AppDbContext db, Guid document, int start, int end, CancellationToken cancel) =>
        db.DocumentParts.AsNoTracking().Where(p => p.DocumentId == document && p.Start < end && p.End > start).OrderBy(p => p.Number).ToListAsync(cancel);

    /// <summary>The claim's passage with up to <paramref name="around"/> UTF-16 units on either side.</summary>
    public static async Task<Passage> AroundAsync(AppDbContext db, Claim claim, int around, CancellationToken cancel)
    {
        var parts = await PartsAsync(db, claim.DocumentId, claim.QuoteStart - around, claim.QuoteEnd + around, cancel);
        var text = string.Concat(parts.Select(p => p.Text));
        var offset = parts[0].Start;
        var from = WholeCharacter(text, Math.Max(0, claim.QuoteStart - around - offset));
        var to = WholeCharacter(text, Math.Min(text.Length, claim.QuoteEnd + around - offset));
        return new(text[from..(claim.QuoteStart - offset)], claim.Quote, text[(claim.QuoteEnd - offset)..to]);
    }

    /// <summary>The claim's passage with the rest of its sentence and one sentence on either side.</summary>
    public static async Task<Passage> InSentencesAsync(AppDbContext db, Claim claim, CancellationToken cancel)
    {
        var parts = await PartsAsync(db, claim.DocumentId, claim.QuoteStart - SentenceRoom, claim.QuoteEnd + SentenceRoom, cancel);
        var text = string.Concat(parts.Select(p => p.Text));
        var offset = parts[0].Start;
        var sentences = parts.SelectMany(SentenceMap.Read).Where(s => s.Role != SentenceRole.Boilerplate).ToList();
        var first = sentences.FindIndex(s => s.Span.End > claim.QuoteStart);
        var last = sentences.FindLastIndex(s => s.Span.Start < claim.QuoteEnd);
        if (first < 0 || last < 0)
            return await AroundAsync(db, claim, SentenceRoom, cancel);
        var from = Math.Min(claim.QuoteStart, Math.Max(sentences[Math.Max(0, first - 1)].Span.Start, claim.QuoteStart - SentenceRoom));
        var to = Math.Max(claim.QuoteEnd, Math.Min(sentences[Math.Min(sentences.Count - 1, last + 1)].Span.End, claim.QuoteEnd + SentenceRoom));
        var start = WholeCharacter(text, from - offset);
        var end = WholeCharacter(text, to - offset);
        return new(text[start..(claim.QuoteStart - offset)].TrimStart(), claim.Quote, text[(claim.QuoteEnd - offset)..end]);
    }

    /// <summary>The whole text, part after part.</summary>
    public static IAsyncEnumerable<string> TextAsync(AppDbContext db, Guid document) =>
        db.DocumentParts.AsNoTracking().Where(p => p.DocumentId == document).OrderBy(p => p.Number).Select(p => p.Text).AsAsyncEnumerable();

    private static int WholeCharacter(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
