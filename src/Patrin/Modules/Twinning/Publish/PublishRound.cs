using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning.Publish;

/// <summary>Shows a round to everybody; from then on it stays as it is.</summary>
public sealed class PublishRound(AppDbContext db, TimeProvider time)
{
    public async Task RunAsync(int number, Actor actor, CancellationToken cancel)
    {
        var round = await db.Rounds.SingleOrDefaultAsync(r => r.Number == number, cancel)
            ?? throw new RuleBroken("", "There is no round with number {0}.", number);
        round.Publish(actor.Name, time.GetUtcNow().UtcDateTime);
        await db.SaveRoundAsync(cancel);
    }
}
