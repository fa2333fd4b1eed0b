using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Twinning.Open;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning.Browse;

/// <summary>Who offers what, who seeks it, the current round, the rounds before it, and how matching works.</summary>
[PublicPage]
public sealed class IndexModel(AppDbContext db, CollectProfiles profiles, CodeLists codes, MatchWords words, IAuthorizationService access) : PageModel
{
    /// <summary>A round in the list.</summary>
    public sealed record Row(
        int Number, string Title, RoundStatus Status, bool IsExample, int Places, int Pairs, int Unmatched, long Objective, DateTime OpenedAt, DateTime? PublishedAt);

    public MatchWords Words => words;

    public IReadOnlyList<Row> Rounds { get; private set; } = [];

    public Row? Current => Rounds.FirstOrDefault(round => round.Status == RoundStatus.Published);

    public IReadOnlyList<Exchange> Exchanges { get; private set; } = [];

    public int PlaceCount { get; private set; }

    public bool MaySteer { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        MaySteer = (await access.AuthorizeAsync(User, Policies.Steer)).Succeeded;
        var rounds = db.Rounds.AsNoTracking();
        if (!MaySteer)
            rounds = rounds.Where(r => r.Status == RoundStatus.Published);
        Rounds = await rounds.OrderByDescending(r => r.Number).Take(50)
            .Select(r => new Row(r.Number, r.Title, r.Status, r.IsExample, r.PlaceCount, r.PairCount, r.UnmatchedCount, r.Objective, r.OpenedAt, r.PublishedAt))
            .ToListAsync(cancel);
        var places = await profiles.TopicsAsync(cancel);
        PlaceCount = places.Count;
        Exchanges = Exchange.Of(places, codes.Areas.Contains);
    }
}
