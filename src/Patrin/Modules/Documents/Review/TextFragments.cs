using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents.Review;

/// <summary>The stretches of a document around the claims on a page: whole where they lie close together, with gaps where they do not.</summary>
public static class TextFragments
{
    /// <summary>Text between claims up to this length is shown with them; longer stretches are left out.</summary>
    private const int Close = 3000;

    /// <summary>When claims are filtered, only their own sentences and short stretches between them.</summary>
    private const int CloseWhenFiltered = 160;

    public static async Task<IReadOnlyList<TextHtml>> LoadAsync(
        AppDbContext db, Guid document, IReadOnlyList<Claim> claims, IReadOnlyList<TextMark> marks, bool filtered, Texts texts, CancellationToken cancel)
    {
        if (claims.Count == 0)
            return [];
        var bounds = await db.DocumentParts.Where(p => p.DocumentId == document).OrderBy(p => p.Number).Select(p => new { p.Number, p.Start, p.End }).ToListAsync(cancel);
        var numbers = bounds.Where(b => claims.Any(c => c.QuoteStart < b.End && c.QuoteEnd > b.Start)).Select(b => b.Number).ToList();
        var parts = await db.DocumentParts.AsNoTracking().Where(p => p.DocumentId == document && numbers.Contains(p.Number)).OrderBy(p => p.Number).ToListAsync(cancel);
        var fragments = new List<TextHtml>();
        foreach (var run in Runs(parts))
        {
            var text = string.Concat(run.Select(p => p.Text));
            var sentences = run.SelectMany(SentenceMap.Read).ToList();
            var offset = run[0].Start;
            foreach (var span in Spans(claims, sentences, offset, offset + text.Length, filtered))
                fragments.Add(new(
                    texts, text[(span.Start - offset)..(span.End - offset)], span.Start,
                    [.. sentences.Where(s => s.Span.Start < span.End && s.Span.End > span.Start)],
                    [.. marks.Where(m => m.Span.Start < span.End && m.Span.End > span.Start)]));
        }

        return fragments;
    }

    /// <summary>Parts that follow each other.</summary>
    private static IEnumerable<List<DocumentPart>> Runs(List<DocumentPart> parts)
    {
        for (var i = 0; i < parts.Count;)
        {
            var run = new List<DocumentPart> { parts[i++] };
            while (i < parts.Count && parts[i].Number == run[^1].Number + 1)
                run.Add(parts[i++]);
            yield return run;
        }
    }

    private static List<Span> Spans(IReadOnlyList<Claim> claims, List<ReadSentence> sentences, int start, int end, bool filtered)
    {
        var close = filtered ? CloseWhenFiltered : Close;
        var spans = new List<Span>();
        foreach (var claim in claims.Where(c => c.QuoteStart < end && c.QuoteEnd > start))
        {
            var own = sentences.Where(s => s.Span.Start < claim.QuoteEnd && s.Span.End > claim.QuoteStart).ToList();
            var from = own.Count == 0 ? Math.Max(start, claim.QuoteStart) : Math.Min(own[0].Span.Start, claim.QuoteStart);
            var to = own.Count == 0 ? Math.Min(end, claim.QuoteEnd) : Math.Max(own[^1].Span.End, claim.QuoteEnd);
            if (spans.Count > 0 && from - spans[^1].End <= close)
                spans[^1] = new(spans[^1].Start, Math.Max(spans[^1].End, Math.Min(end, to)));
            else
                spans.Add(new(from, Math.Min(end, to)));
        }

        if (!filtered && spans.Count > 0)
        {
            // The beginning and the end of a text belong to its first and last claim.
            if (spans[0].Start - start <= close)
                spans[0] = new(start, spans[0].End);
            if (end - spans[^1].End <= close)
                spans[^1] = new(spans[^1].Start, end);
        }

        return spans;
    }
}
