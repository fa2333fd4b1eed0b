using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Contracts;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning.Open;

/// <summary>Takes the profiles of the places as they stand now: reviewed facts only, each with its claims.</summary>
public sealed class CollectProfiles(AppDbContext db, PlaceQueries places, Movement movement)
{
    /// <summary>Challenges of people who move between countries.</summary>
    internal static readonly string[] ArrivalCodes = ["CIV-05", "CIV-06"];
    internal static readonly string[] MovementCodes = [.. ArrivalCodes, "CIV-07", "INT-34"];

    /// <summary>The profiles of these places, or of all when none is named, in ordinal order of their keys.</summary>
    public async Task<IReadOnlyList<ProfileSnapshot>> RunAsync(IReadOnlyCollection<string> keys, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var cards = keys.Count == 0
            ? await places.AllAsync(cancel)
            : [.. (await places.ByKeysAsync(keys, cancel)).Values];
        var known = cards.Select(card => card.Key).ToList();
        var residents = (await db.Claims.AsNoTracking().Facts()
            .Where(c => c.Kind == ClaimKind.Population && c.Scope == ClaimScope.Place && known.Contains(c.SubjectKey))
            .Select(c => new { c.SubjectKey, c.Id, c.Low, c.High }).ToListAsync(cancel)).ToLookup(c => c.SubjectKey);
        var links = await LinksAsync(known, cancel);
        return [.. cards.OrderBy(card => card.Key, StringComparer.Ordinal).Select(card => Snapshot(
            card,
            residents[card.Key].Where(c => (c.Low ?? c.High) == card.Residents).Select(c => c.Id),
            links[card.Key].Where(link => link.Code != card.Country)))];
    }

    /// <summary>Countries that sentences about arrivals name.</summary>
    private async Task<ILookup<string, StatedCode>> LinksAsync(List<string> keys, CancellationToken cancel)
    {
        var sentences = await db.Claims.AsNoTracking().Facts()
            .Where(c => keys.Contains(c.SubjectKey) &&
                (c.Codes.Any(code => MovementCodes.Contains(code.Code)) || c.Kind == ClaimKind.RomaPopulation || c.Kind == ClaimKind.Figure))
            .Select(c => new { c.SubjectKey, c.Id, c.Quote }).ToListAsync(cancel);
        return sentences
            .SelectMany(s => movement.CountriesIn(s.Quote).Select(country => (s.SubjectKey, Country: country, s.Id)))
            .GroupBy(link => (link.SubjectKey, link.Country))
            .OrderBy(group => group.Key.Country, StringComparer.Ordinal)
            .ToLookup(group => group.Key.SubjectKey, group => new StatedCode(group.Key.Country, InOrder(group.Select(link => link.Id))));
    }

    private static ProfileSnapshot Snapshot(PlaceCard card, IEnumerable<Guid> residents, IEnumerable<StatedCode> links)
    {
        var isDestination = card.Challenges.Any(challenge => ArrivalCodes.Contains(challenge.Code));
        return new ProfileSnapshot
        {
            Key = card.Key,
            Slug = card.Slug,
            Name = card.Name,
            Country = card.Country,
            Type = card.Type,
            Latitude = card.Latitude,
            Longitude = card.Longitude,
            Residents = card.Residents,
            ResidentsClaims = InOrder(residents),
            Languages = card.Languages,
            Challenges = Stated(card.Challenges),
            Needs = Stated(card.Needs),
            Offers = Stated(card.Offers),
            IsDestination = isDestination,
            // A country that is named where nobody says that people arrived means something else (a border, a visit).
            Links = isDestination ? [.. links] : [],
        };
    }

    private static List<StatedCode> Stated(IEnumerable<CodedFact> facts) => [.. facts
        .GroupBy(fact => fact.Code).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new StatedCode(group.Key, InOrder(group.SelectMany(fact => fact.Claims))))];

    /// <summary>In the order of their text, which is the order in which claims were made, on every engine.</summary>
    private static List<Guid> InOrder(IEnumerable<Guid> claims) => [.. claims.Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal)];
}
