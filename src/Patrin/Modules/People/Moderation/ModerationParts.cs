using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Moderation;

/// <summary>Reports, appeals and decisions of a person: the decisions stay, who it was goes.</summary>
internal sealed class ModerationParts(AppDbContext db) : IPersonalData
{
    public string Part => "moderation";

    public IReadOnlyList<string> Tables => ["moderation_cases", "moderation_reports", "moderation_statements", "moderation_appeals"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) => new
    {
        Reports = await db.Reports.AsNoTracking().Where(r => r.ReporterId == account).OrderBy(r => r.At)
            .Select(r => new { r.Reason, r.Details, r.At, Name = r.ReporterName, Mail = r.ReporterMail, r.Language }).ToListAsync(cancel),
        Appeals = await db.Appeals.AsNoTracking().Where(a => a.ByAccountId == account).OrderBy(a => a.At).Select(a => new { a.Text, a.At, a.DecidedAt }).ToListAsync(cancel),
        Decisions = await db.Statements.AsNoTracking().Where(s => s.ById == account).OrderBy(s => s.At).Select(s => new { s.Kind, s.At, s.Facts, s.Rule, s.Law }).ToListAsync(cancel),
    };

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        await db.Reports.Where(r => r.ReporterId == account).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.ReporterId, (Guid?)null).SetProperty(r => r.ReporterName, "").SetProperty(r => r.ReporterMail, "").SetProperty(r => r.Details, ""), cancel);
        await db.Appeals.Where(a => a.ByAccountId == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.ByAccountId, (Guid?)null).SetProperty(a => a.Text, ""), cancel);
        await db.Statements.Where(x => x.ById == account).ExecuteUpdateAsync(s => s.SetProperty(x => x.ById, (Guid?)null), cancel);
        await db.ModerationCases.Where(c => c.AssignedToId == account).ExecuteUpdateAsync(s => s.SetProperty(c => c.AssignedToId, (Guid?)null), cancel);
        await db.ModerationCases.Where(c => c.AuthorAccountId == account).ExecuteUpdateAsync(s => s.SetProperty(c => c.AuthorAccountId, (Guid?)null), cancel);
    }
}

/// <summary>The moderators' link with its number.</summary>
internal sealed class ModeratorLinks(AppDbContext db) : Patrin.Platform.Moderation.IRoleLinks
{
    public async Task<IReadOnlyList<Patrin.Platform.Moderation.RoleLink>> OfAsync(Platform.Access.Actor actor, CancellationToken cancel) =>
        actor.IsSystem || !actor.Is(Platform.Access.NetworkRole.Moderator) ? []
        : [new(Platform.Localization.Text.Key("Reports"), ModerationLinks.Queue, await db.ModerationCases.CountAsync(c => ModerationCase.Undecided.Contains(c.State), cancel))];
}
