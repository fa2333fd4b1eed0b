using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.Notices.Choose;

/// <summary>Keeps how often messages of each topic come by mail.</summary>
public sealed class ChoosePaces(AppDbContext db, AuditTrail audit)
{
    /// <summary>The pace of every topic one may choose about.</summary>
    public async Task<Dictionary<NoticeTopic, MailPace>> ReadAsync(Guid account, CancellationToken cancel)
    {
        var chosen = await db.NoticeChoices.AsNoTracking().Where(c => c.AccountId == account).ToDictionaryAsync(c => c.Topic, c => c.Pace, cancel);
        return NoticeTopics.Choosable.ToDictionary(t => t, t => chosen.TryGetValue(t, out var pace) ? pace : NoticeTopics.Usual(t));
    }

    public async Task RunAsync(Guid account, IReadOnlyDictionary<NoticeTopic, MailPace> wanted, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsSystem && actor.AccountId != account)
            throw new NotAllowed();
        if (wanted.Any(w => !NoticeTopics.Choosable.Contains(w.Key) || !Enum.IsDefined(w.Value)))
            throw new RuleBroken("", "Choose one of the answers for each topic.");
        var rows = await db.NoticeChoices.Where(c => c.AccountId == account).ToListAsync(cancel);
        foreach (var (topic, pace) in wanted)
        {
            if (rows.FirstOrDefault(r => r.Topic == topic) is { } row)
                row.Pace = pace;
            else
                db.Add(new NoticeChoice { AccountId = account, Topic = topic, Pace = pace });
        }

        audit.Note(actor, "notices.choose", "account", account, fields: wanted.Keys.Select(t => t.ToString()));
        await db.SaveChangesAsync(cancel);
    }
}
