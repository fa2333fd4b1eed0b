using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Moderation;

/// <summary>The author or a reporter disagrees; within six months, and another person decides.</summary>
public sealed class SendAppeal(AppDbContext db, Notify notify, AuditTrail audit, TimeProvider clock)
{
    /// <summary>An appeal of the author, or of the reporter whose report is named.</summary>
    public async Task RunAsync(Guid id, Guid? report, string? text, Actor actor, CancellationToken cancel)
    {
        var @case = await db.ModerationCases.Include(c => c.Statements).FirstOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw new RuleBroken("", "This case does not exist any more.");
        if (report is null && !IsAuthor(@case, actor))
            throw new NotAllowed();
        if (!CanAppeal(@case, clock.GetUtcNow().UtcDateTime))
            throw new RuleBroken("", "There is no decision to appeal, or its six months are over.");
        if (string.IsNullOrWhiteSpace(text) || text.Length > Appeal.TextMax)
            throw new RuleBroken("AppealText", "Say in a few words why you disagree.");
        @case.Appeals.Add(new() { Text = text.Trim(), At = clock.GetUtcNow().UtcDateTime, ByAccountId = actor.AccountId, ReportId = report });
        (@case.State, @case.Version) = (CaseState.Appealed, @case.Version + 1);
        await notify.RoleAsync(NetworkRole.Moderator, NoticeTopic.Tasks, ModerationLinks.Case(@case.Id), new(Text.Key("An appeal waits for a decision by another moderator.")), cancel);
        audit.Note(actor, "moderation.appeal", "moderation-case", @case.Id);
        await db.SaveChangesAsync(cancel);
    }

    public static bool IsAuthor(ModerationCase @case, Actor actor) =>
        (@case.AuthorAccountId is { } author && author == actor.AccountId)
        || (@case.AuthorOrganisationId is { } organisation && actor.ActsFor(organisation, OrganisationRole.Editor));

    public static bool CanAppeal(ModerationCase @case, DateTime now) =>
        @case.State == CaseState.Decided && @case.Statements.Any(s => s.At > now.AddMonths(-ModerationCase.Months));
}
