using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Twinning;
using Patrin.Platform.Data;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Twinning;

/// <summary>Puts rounds into the database of a site, as if they had been worked out there.</summary>
internal static class StoredRounds
{
    private static readonly Lazy<RoundResult> Published = new(() => RoundMethod.WorkOut(HandCodedPlaces.Inputs));

    /// <summary>Stores a round over the twenty places and returns its number.</summary>
    public static async Task<int> StoreAsync(this Site site, bool published = true, RoundRules? rules = null, bool run = true)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        var cancel = TestContext.Current.CancellationToken;
        using var scope = site.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var inputs = HandCodedPlaces.Inputs with { Rules = rules ?? HandCodedPlaces.Rules };
        var round = new Round
        {
            Number = 1 + (await db.Rounds.MaxAsync(r => (int?)r.Number, cancel) ?? 0),
            Title = "A round for tests",
            Rules = RoundJson.Write(inputs.Rules),
            OpenedAt = DateTime.UtcNow,
            OpenedBy = "test",
        };
        if (run)
            round.Keep(inputs, rules is null ? Published.Value : RoundMethod.WorkOut(inputs), People.Curator, DateTime.UtcNow);
        if (published)
            round.Publish(People.Curator, DateTime.UtcNow);
        db.Rounds.Add(round);
        await db.SaveChangesAsync(cancel);
        return round.Number;
    }

    public static async Task<Round> RoundAsync(this Site site, int number)
    {
        using var scope = site.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Rounds.AsNoTracking()
            .Include(r => r.Pairs).Include(r => r.Unmatched).SingleAsync(r => r.Number == number, TestContext.Current.CancellationToken);
    }
}
