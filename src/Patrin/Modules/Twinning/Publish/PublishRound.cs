using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning.Publish;

/// <summary>Shows a round to everybody; from then on it stays as it is.</summary>
public sealed class PublishRound(AppDbContext db, AuditTrail audit, TimeProvider time)
{
    public async Task RunAsync(int number, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Secretariat);
        var round = await db.Rounds.SingleOrDefaultAsync(r => r.Number == number, cancel)
            ?? throw new RuleBroken("", "There is no round with number {0}.", number);
        round.Publish(actor, time.GetUtcNow().UtcDateTime);
        audit.Note(actor, "round.publish", "round", round.Id);
        await db.SaveRoundAsync(cancel);
    }
}
