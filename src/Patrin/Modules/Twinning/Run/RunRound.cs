using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Twinning.Open;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning.Run;

/// <summary>Collects the profiles as they stand today, works the round out and keeps both.</summary>
public sealed class RunRound(AppDbContext db, CollectProfiles profiles, AuditTrail audit, TimeProvider time)
{
    public async Task RunAsync(int number, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Secretariat);
        var round = await db.Rounds.Include(r => r.Pairs).Include(r => r.Unmatched).SingleOrDefaultAsync(r => r.Number == number, cancel)
            ?? throw new RuleBroken("", "There is no round with number {0}.", number);
        var rules = RoundJson.Read<RoundRules>(round.Rules);
        var inputs = new RoundInputs(rules, await profiles.RunAsync(rules.Places, cancel));
        round.Keep(inputs, RoundMethod.WorkOut(inputs), actor, time.GetUtcNow().UtcDateTime);
        audit.Note(actor, "round.run", "round", round.Id);
        await db.SaveRoundAsync(cancel);
    }
}
