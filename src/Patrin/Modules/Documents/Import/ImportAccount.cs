using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents.Import;

/// <summary>What was found in a document, as lines for a terminal.</summary>
public sealed class ImportAccount(AppDbContext db, ClaimWords words, CheckWords checks, Texts texts)
{
    private const int MostLines = 60;

    public async Task<IReadOnlyList<string>> OfAsync(Guid id, CancellationToken cancel)
    {
        var document = await db.Documents.AsNoTracking().FirstAsync(d => d.Id == id, cancel);
        var subjects = await db.DocumentSubjects.AsNoTracking().Where(s => s.DocumentId == id).OrderBy(s => s.SectionStart).ToListAsync(cancel);
        var kinds = await db.Claims.Where(c => c.DocumentId == id).GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var results = await db.DocumentChecks.AsNoTracking().Where(c => c.DocumentId == id).OrderBy(c => c.Number).ToListAsync(cancel);
        var places = subjects.Where(s => s.Type != DocumentSubject.Programme).ToList();
        var lines = new List<string>
        {
            texts["  Number: {0}", id],
            texts["  Language: {0}", words.LanguageName(document.Language)],
            "  " + texts.Plural(places.Count, "{0} place", "{0} places"),
        };
        lines.AddRange(places.Take(MostLines).Select(p => "    " + (p.Country.Length > 0 ? texts["{0}, {1}", p.Name, words.Country(p.Country)] : p.Name)));
        lines.AddRange(subjects.Where(s => s.Type == DocumentSubject.Programme).Take(MostLines).Select(p => texts["  Programme: {0}", p.Name]));
        lines.Add("  " + texts.Plural(kinds.Sum(k => k.Count), "{0} claim", "{0} claims"));
        lines.AddRange(kinds.OrderBy(k => k.Key).Select(k => texts["    {0}: {1}", words.Kind(k.Key), k.Count]));
        lines.Add(texts["  {0} of the text is accounted for", texts.Percent((decimal)Math.Floor(document.Coverage * 1000) / 10)]);
        lines.AddRange(Checks(results, passed: true));
        lines.AddRange(Checks(results, passed: false));
        lines.Add(texts["  Review it on the page {0}", DocumentLinks.Review(id)]);
        return lines;
    }

    private IEnumerable<string> Checks(List<DocumentCheck> results, bool passed)
    {
        var chosen = results.Where(c => c.Passed == passed).ToList();
        yield return "  " + (passed
            ? texts.Plural(chosen.Count, "{0} check passed", "{0} checks passed")
            : texts.Plural(chosen.Count, "{0} question", "{0} questions"));
        foreach (var check in chosen.Take(MostLines))
            yield return "    " + checks.Of(check);
    }
}
