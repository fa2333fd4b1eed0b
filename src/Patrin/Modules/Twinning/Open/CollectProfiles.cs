using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Contracts;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning.Open;

/// <summary>Takes the profiles of the places as they stand now: reviewed facts only, each with its claims.</summary>
public sealed class CollectProfiles(AppDbContext db, PlaceQueries places, Movement movement, Topics topics)
{
    /// <summary>How the reader marks a count of citizens of other countries.</summary>
    private const string CitizensCounted = "PROXY_NATIONALITY";

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
        var plans = await PlansAsync(known, cancel);
        var links = await LinksAsync(known, cancel);
        return [.. cards.OrderBy(card => card.Key, StringComparer.Ordinal).Select(card => Snapshot(card) with
        {
            ResidentsClaims = InOrder(residents[card.Key].Where(c => (c.Low ?? c.High) == card.Residents).Select(c => c.Id)),
            Offers = topics.Offers(Pairs(card.Offers).Concat(plans[card.Key])),
            IsDestination = IsDestination(card, links),
            // A country that is named where nobody says that people arrived means something else (a border, a visit).
            Links = IsDestination(card, links) ? InOrder(links[card.Key].Where(link => link.Country.Length > 0 && link.Country != card.Country)) : [],
        })];
    }

    /// <summary>What every place wants and what runs there: the part of a profile that a list of exchanges needs.</summary>
    public async Task<IReadOnlyList<ProfileSnapshot>> TopicsAsync(CancellationToken cancel)
    {
        var cards = await places.AllAsync(cancel);
        var plans = await PlansAsync([.. cards.Select(card => card.Key)], cancel);
        return [.. cards.Select(card => Snapshot(card) with { Offers = topics.Offers(Pairs(card.Offers).Concat(plans[card.Key])) })];
    }

    /// <summary>A plan that was made is something others can learn from, as a measure is.</summary>
    private async Task<ILookup<string, (string Code, Guid Claim)>> PlansAsync(List<string> keys, CancellationToken cancel)
    {
        var plans = db.Claims.Facts().Where(c => c.Kind == ClaimKind.Plan && keys.Contains(c.SubjectKey));
        var found = await db.ClaimCodes.AsNoTracking()
            .Join(plans, code => code.ClaimId, plan => plan.Id, (code, plan) => new { plan.SubjectKey, code.Code, plan.Id }).ToListAsync(cancel);
        return found.ToLookup(plan => plan.SubjectKey, plan => (plan.Code, plan.Id));
    }

    /// <summary>A country that a sentence about arrivals names; empty when it names none.</summary>
    private sealed record Link(string Country, Guid Claim, bool IsCount);

    private async Task<ILookup<string, Link>> LinksAsync(List<string> keys, CancellationToken cancel)
    {
        var sentences = await db.Claims.AsNoTracking().Facts()
            .Where(c => keys.Contains(c.SubjectKey) &&
                (c.Codes.Any(code => MovementCodes.Contains(code.Code)) || c.Kind == ClaimKind.RomaPopulation || c.Kind == ClaimKind.Figure))
            .Select(c => new { c.SubjectKey, c.Id, c.Quote, c.Method }).ToListAsync(cancel);
        return sentences
            .SelectMany(s => movement.CountriesIn(s.Quote).DefaultIfEmpty("")
                .Select(country => (s.SubjectKey, Link: new Link(country, s.Id, s.Method == CitizensCounted))))
            .ToLookup(link => link.SubjectKey, link => link.Link);
    }

    private static bool IsDestination(PlaceCard card, ILookup<string, Link> links) =>
        card.Challenges.Any(challenge => ArrivalCodes.Contains(challenge.Code)) || links[card.Key].Any(link => link.IsCount);

    private ProfileSnapshot Snapshot(PlaceCard card) => new()
    {
        Key = card.Key,
        Slug = card.Slug,
        Name = card.Name,
        Country = card.Country,
        Type = card.Type,
        Latitude = card.Latitude,
        Longitude = card.Longitude,
        Residents = card.Residents,
        Languages = card.Languages,
        Challenges = Topics.Stated(Pairs(card.Challenges)),
        Needs = topics.Needs(Pairs(card.Needs)),
    };

    private static IEnumerable<(string Code, Guid Claim)> Pairs(IEnumerable<CodedFact> facts) =>
        facts.SelectMany(fact => fact.Claims.Select(claim => (fact.Code, claim)));

    private static IReadOnlyList<StatedCode> InOrder(IEnumerable<Link> links) => Topics.Stated(links.Select(link => (link.Country, link.Claim)));

    private static List<Guid> InOrder(IEnumerable<Guid> claims) => Topics.InOrder(claims);
}
