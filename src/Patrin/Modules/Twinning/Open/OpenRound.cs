using Microsoft.EntityFrameworkCore;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning.Open;

/// <summary>Writes down the rules of a new round, after checking that they can hold together.</summary>
public sealed class OpenRound(AppDbContext db, CollectProfiles profiles, RulesCheck check, PatrinOptions options, AuditTrail audit, TimeProvider time)
{
    /// <summary>Returns the number of the round.</summary>
    public async Task<int> RunAsync(OpenRoundForm form, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(actor);
        actor.Require(NetworkRole.Secretariat);
        var title = form.Title?.Trim() ?? "";
        if (title.Length is 0 or > Round.TitleMax)
            throw new RuleBroken("Form.Title", "Give the round a title of at most {0} characters.", Round.TitleMax);
        var rules = form.ToRules();
        check.Run(new RoundInputs(rules, await profiles.RunAsync(rules.Places, cancel)));
        var round = new Round
        {
            Number = 1 + (await db.Rounds.MaxAsync(r => (int?)r.Number, cancel) ?? 0),
            Title = title,
            IsExample = options.Demo,
            Rules = RoundJson.Write(rules),
            OpenedAt = time.GetUtcNow().UtcDateTime,
            OpenedBy = actor.Name,
            OpenedById = actor.AccountId,
        };
        db.Rounds.Add(round);
        audit.Note(actor, "round.open", "round", round.Id);
        await db.SaveRoundAsync(cancel);
        return round.Number;
    }
}
