using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Known;
using Patrin.Platform.Data;
using Patrin.Platform.Events;
using Patrin.Platform.Text;

namespace Patrin.Modules.Places.Following;

/// <summary>Keeps places up to date when claims about them become or cease to be facts.</summary>
public sealed class FollowClaims(AppDbContext db, KnownPlaces known) : IHandle<ClaimsDecided>
{
    public async Task HandleAsync(ClaimsDecided happened, CancellationToken cancel)
    {
        var keys = happened.SubjectKeys.Distinct().ToList();
        var subjects = await db.DocumentSubjects.AsNoTracking()
            .Where(s => keys.Contains(s.Key) && s.Type != DocumentSubject.Programme)
            .OrderBy(s => s.Id).ToListAsync(cancel);
        if (subjects.Count == 0)
            return;
        var places = await db.Places.Include(p => p.Memberships).Where(p => keys.Contains(p.Key)).ToDictionaryAsync(p => p.Key, cancel);
        var facts = (await FactsAsync(keys, cancel)).ToLookup(f => f.Key, f => f.Figure);
        foreach (var about in subjects.GroupBy(s => s.Key))
        {
            // The newest document knows the place best.
            var subject = about.Last();
            if (!places.TryGetValue(subject.Key, out var place))
                db.Places.Add(place = new Place { Key = subject.Key, Slug = await FreeSlugAsync(subject, cancel) });
            Describe(place, subject);
            Count(place, [.. facts[subject.Key]]);
            place.UpdatedAt = happened.At;
        }

        await KeepPassagesAsync(happened.DocumentId, keys, cancel);
        var change = await db.PlaceChanges.SingleAsync(cancel);
        change.Number++;
        await db.SaveChangesAsync(cancel);
    }

    private async Task<List<(string Key, Figure Figure)>> FactsAsync(List<string> keys, CancellationToken cancel)
    {
        var facts = await db.Claims.Facts().Where(c => keys.Contains(c.SubjectKey))
            .Select(c => new { c.SubjectKey, c.Id, c.DocumentId, c.Kind, c.Low, c.High, c.Unit, c.Method, c.Scope, c.Year, c.IsPreferred })
            .ToListAsync(cancel);
        return [.. facts.Select(c => (c.SubjectKey, new Figure
        {
            Claim = c.Id, Document = c.DocumentId, Kind = c.Kind, Low = c.Low, High = c.High, Unit = c.Unit,
            Method = c.Method, Scope = c.Scope, Year = c.Year, IsPreferred = c.IsPreferred,
        }))];
    }

    private void Describe(Place place, DocumentSubject subject)
    {
        var member = known.Find(place.Key);
        place.Name = member?.Name ?? subject.Name;
        place.LocalName = member is not null ? member.Own : subject.LocalName == subject.Name ? "" : subject.LocalName;
        place.LocalLanguage = member?.OwnLanguage ?? "";
        place.Country = member?.Country ?? subject.Country;
        place.Type = member?.Type ?? subject.Type;
        place.Nuts3 = member?.Nuts3 ?? "";
        place.Latitude = member?.Latitude ?? subject.Latitude;
        place.Longitude = member?.Longitude ?? subject.Longitude;
        place.GazetteerId = subject.GazetteerId ?? place.GazetteerId;
        if (member is not null && place.Memberships.All(m => m.Programme != known.Programme))
            place.Memberships.Add(new PlaceMembership { PlaceId = place.Id, Programme = known.Programme, Status = member.Status, From = member.From, To = member.To });
    }

    private static void Count(Place place, IReadOnlyList<Figure> facts)
    {
        var shown = Disclosure.Protect(facts);
        var residents = Figure.OfResidents(shown.Where(f => f.Kind == ClaimKind.Population));
        place.Facts = facts.Count;
        place.Residents = (long?)(residents?.Low ?? residents?.High);
        place.FigureKind = Figure.Best(facts.Where(f => f.Kind is ClaimKind.RomaPopulation or ClaimKind.RomaShare));
    }

    private async Task<string> FreeSlugAsync(DocumentSubject subject, CancellationToken cancel)
    {
        var name = known.Find(subject.Key)?.Name ?? subject.Name;
        var slug = Slug(name);
        // Names that are addresses of other pages, or taken by a namesake, get the country behind them; then a number.
        var candidates = new[] { slug, $"{slug}-{subject.Country.ToLowerInvariant()}" }
            .Concat(Enumerable.Range(2, 1000).Select(n => $"{slug}-{subject.Country.ToLowerInvariant()}-{n}"));
        foreach (var candidate in candidates)
        {
            if (candidate is not ("map" or "compare" or "") && db.Places.Local.All(p => p.Slug != candidate)
                && !await db.Places.AnyAsync(p => p.Slug == candidate, cancel))
                return candidate;
        }

        return subject.Key;
    }

    private static string Slug(string name)
    {
        var slug = Folding.Fold(Folding.Transliterate(name)).Replace(' ', '-');
        return slug.Length <= Place.NameMax / 2 ? slug : slug[..(Place.NameMax / 2)];
    }

    private async Task KeepPassagesAsync(Guid document, List<string> keys, CancellationToken cancel)
    {
        var kept = db.PlacePassages;
        var missing = await db.Claims.Facts()
            .Where(c => c.DocumentId == document && keys.Contains(c.SubjectKey) && !kept.Any(p => p.ClaimId == c.Id))
            .Select(c => new { c.Id, c.QuoteStart, c.QuoteEnd }).ToListAsync(cancel);
        if (missing.Count == 0)
            return;
        int first = missing.Min(c => c.QuoteStart), last = missing.Max(c => c.QuoteEnd);
        var parts = await db.DocumentParts.Where(p => p.DocumentId == document && p.Start < last && p.End > first).OrderBy(p => p.Number).ToListAsync(cancel);
        foreach (var claim in missing)
        {
            var held = parts.Where(p => p.Start < claim.QuoteEnd && p.End > claim.QuoteStart).ToList();
            var offset = held[0].Start;
            var (before, after) = Passages.Around(string.Concat(held.Select(p => p.Text)), held[0].Sentences, claim.QuoteStart - offset, claim.QuoteEnd - offset);
            db.PlacePassages.Add(new PlacePassage { ClaimId = claim.Id, Before = before, After = after });
        }
    }
}
