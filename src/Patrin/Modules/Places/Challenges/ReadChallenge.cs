using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Profile;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.Challenges;

/// <summary>A place that states the challenge, with its sentences.</summary>
public sealed record Facing(PlaceEntry Place, IReadOnlyList<Statement> Sentences);

/// <summary>What places do or want in the area of a challenge.</summary>
public sealed record Help(string Intervention, IReadOnlyList<PlaceEntry> Places);

/// <summary>Everything the page of one challenge shows.</summary>
public sealed record ChallengeView
{
    public required Code Code { get; init; }

    public required Code Area { get; init; }

    /// <summary>Places that state it; empty where only countries may be named.</summary>
    public required IReadOnlyList<Facing> Facing { get; init; }

    /// <summary>How many places state it; for those to be told by country only, how many countries.</summary>
    public required int Count { get; init; }

    /// <summary>Countries of the places, set where nothing smaller may be named.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    public required IReadOnlyList<Help> Offered { get; init; }

    public required IReadOnlyList<Help> Wanted { get; init; }

    /// <summary>Challenges that the same places state most often, with the number of places.</summary>
    public required IReadOnlyList<(string Code, int Places)> Together { get; init; }

    public required IReadOnlyList<Code> SameArea { get; init; }
}

/// <summary>Reads one challenge across all places.</summary>
public sealed class ReadChallenge(AppDbContext db, PlaceOverviews overviews, CodeLists codes)
{
    /// <summary>Sentences of at most so many places stand on the page; the list has all.</summary>
    public const int MostPlaces = 50;

    private const int MostTogether = 6;

    /// <summary>The challenge with this code; null when there is none.</summary>
    public async Task<ChallengeView?> RunAsync(string key, CancellationToken cancel)
    {
        if (codes.Challenges.Find(key) is not { } code)
            return null;
        var overview = await overviews.GetAsync(db, cancel);
        var area = codes.AreaOf(code.Key);
        var places = overview.ByName(CultureInfo.CurrentCulture).Where(p => p.States(code.Key)).ToList();
        var countriesOnly = OnlyByCountry(code);
        var countries = places.Select(p => p.Country).Distinct().ToList();
        return new ChallengeView
        {
            Code = code,
            Area = area,
            Count = countriesOnly ? countries.Count : places.Count,
            Countries = countriesOnly ? countries : [],
            Facing = countriesOnly ? [] : await FacingAsync(code, [.. places.Take(MostPlaces)], cancel),
            Offered = Helps(overview, area.Key, p => p.Offers),
            Wanted = Helps(overview, area.Key, p => p.Wishes),
            Together = countriesOnly ? [] :
                [.. places.SelectMany(p => p.OpenChallenges).Where(c => c != code.Key).CountBy(c => c)
                    .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostTogether).Select(c => (c.Key, c.Value))],
            SameArea = [.. codes.Challenges.Current.Where(c => c.Parent == area.Key && c.Key != code.Key)],
        };
    }

    /// <summary>Statements on family life, addiction and public order are told by country, never by place (domain.md 7.4).</summary>
    public static bool OnlyByCountry(Code challenge) => challenge.IsSensitive && !Likeness.TakesPart(challenge.Key, challenge.IsSensitive);

    private IReadOnlyList<Help> Helps(PlaceOverview overview, string area, Func<PlaceEntry, IReadOnlyList<Contracts.CodedFact>> of) =>
        [.. overview.ByName(CultureInfo.CurrentCulture).SelectMany(p => of(p).Where(f => !f.IsSensitive).Select(f => (Place: p, f.Code)))
            .Where(x => codes.Interventions.Find(x.Code)?.Areas.Contains(area) == true)
            .GroupBy(x => x.Code).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Help(g.Key, [.. g.Select(x => x.Place)]))];

    private async Task<IReadOnlyList<Facing>> FacingAsync(Code code, List<PlaceEntry> places, CancellationToken cancel)
    {
        var claims = places.Where(p => !p.HasProtected).SelectMany(p => p.Challenges.Where(c => c.Code == code.Key).SelectMany(c => c.Claims)).ToList();
        var rows = await (from c in db.Claims.Facts()
                          where claims.Contains(c.Id)
                          join d in db.Documents on c.DocumentId equals d.Id
                          join p in db.PlacePassages on c.Id equals p.ClaimId into around
                          from p in around.DefaultIfEmpty()
                          orderby c.DocumentId, c.Number
                          select new
                          {
                              c.Id, c.Kind, c.SubjectKey, c.Quote, Before = p == null ? "" : p.Before, After = p == null ? "" : p.After,
                              Document = d.Id, d.Title, d.Publisher, d.Address, d.Written, d.ReadOn, d.Language, d.Licence,
                          }).AsNoTracking().ToListAsync(cancel);
        var sentences = rows.ToLookup(r => r.SubjectKey, r => new Statement
        {
            Claim = r.Id, Kind = r.Kind, Codes = [code.Key],
            Source = new Source(0, r.Document, r.Title, r.Publisher, r.Address, r.Written, r.ReadOn, r.Language, r.Licence),
            Passage = code.IsSensitive && (r.Before + r.Quote + r.After).Any(char.IsDigit) ? null : new Profile.Passage(r.Before, r.Quote, r.After),
        });
        return [.. places.Select(p => new Facing(p, [.. sentences[p.Key]]))];
    }
}
