using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Practices.Contracts;
using Patrin.Modules.Recommendations.Contracts;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Site.Home;

/// <summary>What the network knows, needs and does. Every number opens the list behind it.</summary>
[PublicPage]
public sealed class HomeModel(AppDbContext db, PlaceQueries places, ProgrammeQueries programmes, HomeMap map, CodeLists codes, PracticeQueries practices) : PageModel
{
    private const int ShownChallenges = 8;
    private const int ShownSources = 3;

    public NetworkCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0, 0);

    public int Sources { get; private set; }

    public int Waiting { get; private set; }

    /// <summary>Records of practices, reviewed or not.</summary>
    public int Practices { get; private set; }

    /// <summary>A ready SVG.</summary>
    public string Map { get; private set; } = "";

    public IReadOnlyList<Need> Needed { get; private set; } = [];

    public IReadOnlyList<(ProgrammeCard Card, IReadOnlyList<Promise> Promises)> Programmes { get; private set; } = [];

    public IReadOnlyList<Source> Latest { get; private set; } = [];

    /// <summary>A challenge, how many places state it and how many measures places name in its area.</summary>
    public sealed record Need(string Code, int Places, int Measures);

    public sealed record Source(Guid Id, string Title, string Language, DateOnly ReadOn);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = await places.CountsAsync(cancel);
        if (Counts.Places == 0)
            return;
        var cards = await places.AllAsync(cancel);
        Map = map.Draw(cards);
        Needed = [.. (await places.TopChallengesAsync(ShownChallenges, cancel)).Select(c => new Need(c.Code, c.Places, MeasuresFor(c.Code, cards)))];
        Sources = await db.Documents.CountAsync(d => d.IsCurrent && d.HiddenAt == null, cancel);
        Practices = await practices.CountAsync(cancel);
        Waiting = await db.Claims.CountAsync(c => c.State == ClaimState.Proposed, cancel);
        Latest = await db.Documents.AsNoTracking().Where(d => d.IsCurrent && d.HiddenAt == null).OrderByDescending(d => d.ImportedAt).ThenBy(d => d.Id)
            .Select(d => new Source(d.Id, d.Title, d.Language, d.ReadOn)).Take(ShownSources).ToListAsync(cancel);
        var shown = new List<(ProgrammeCard, IReadOnlyList<Promise>)>();
        foreach (var programme in (await programmes.AllAsync(cancel)).Take(2))
            shown.Add((programme, await programmes.PromisesAsync(programme.Key, cancel)));
        Programmes = shown;
    }

    /// <summary>Claims of measures whose kind works on the challenge's area.</summary>
    private int MeasuresFor(string challenge, IReadOnlyList<PlaceCard> cards)
    {
        var area = codes.AreaOf(challenge).Key;
        return cards.SelectMany(c => c.Offers).Where(o => codes.Interventions.Find(o.Code)?.Areas.Contains(area) == true)
            .SelectMany(o => o.Claims).Distinct().Count();
    }
}
