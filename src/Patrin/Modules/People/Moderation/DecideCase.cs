using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Moderation;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Moderation;

/// <summary>A moderator's decision with its reasons.</summary>
public sealed class DecisionForm
{
    public DecisionKind? Kind { get; set; }

    public string? Facts { get; set; }

    public string? Rule { get; set; }

    public string? Law { get; set; }

    /// <summary>The exact words to take out, for a part.</summary>
    public string? Passage { get; set; }
}

/// <summary>Decides a case or an appeal and gives the reasons to the author and to everybody who reported.</summary>
public sealed class DecideCase(
    AppDbContext db, Reportables reportables, CodeLists codes, Evidence evidence, Notify notify, Outbox outbox, PublicLinks links, Texts texts,
    AuditTrail audit, TimeProvider clock)
{
    public async Task RunAsync(Guid id, DecisionForm form, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Moderator);
        var @case = await db.ModerationCases.Include(c => c.Reports).Include(c => c.Statements).Include(c => c.Appeals).FirstOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw new RuleBroken("", "This case does not exist any more.");
        Refuse(@case, actor);
        Check(form);
        var kind = reportables.Of(@case.ItemKind)!;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ApplyAsync(kind, @case.ItemId, form, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var statement = new Statement
        {
            Kind = form.Kind!.Value, At = now, ById = actor.AccountId, IsAutomated = false, Facts = form.Facts!.Trim(), Rule = form.Rule!,
            Law = form.Law?.Trim() ?? "", IsOnAppeal = @case.State == CaseState.Appealed,
        };
        @case.Statements.Add(statement);
        foreach (var appeal in @case.Appeals.Where(a => a.DecidedAt is null))
            appeal.DecidedAt = now;
        (@case.State, @case.FirstDecisionAt, @case.Version) = (CaseState.Decided, @case.FirstDecisionAt ?? now, @case.Version + 1);
        var title = evidence.Open(@case.Evidence)?.Title ?? texts[kind.Name];
        await TellAuthor.AboutDecisionAsync(notify, @case, statement.Kind, title, cancel);
        await TellReportersAsync(@case, title, cancel);
        audit.Note(actor, "moderation." + statement.Kind.ToString().ToLowerInvariant(), "moderation-case", @case.Id);
        await SaveAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private static void Refuse(ModerationCase @case, Actor actor)
    {
        if (@case.State == CaseState.Decided)
            throw new RuleBroken("", "This case is decided. It opens again when somebody appeals.");
        if ((@case.AuthorOrganisationId is { } organisation && actor.Organisations.ContainsKey(organisation))
            || (@case.AuthorAccountId is { } author && author == actor.AccountId))
            throw new RuleBroken("", "This is about you or your organisation. Another moderator decides.");
        if (@case.State == CaseState.Appealed && @case.Statements.Where(s => !s.IsAutomated).MaxBy(s => s.At)?.ById == actor.AccountId)
            throw new RuleBroken("", "You decided this before. Another moderator decides the appeal.");
    }

    private void Check(DecisionForm form)
    {
        if (form.Kind is null)
            throw new RuleBroken("Form.Kind", "Choose a decision.");
        if (string.IsNullOrWhiteSpace(form.Facts))
            throw new RuleBroken("Form.Facts", "Write the facts your decision rests on.");
        if (form.Facts.Length > Statement.FactsMax)
            throw new RuleBroken("Form.Facts", "Write at most {0} characters.", Statement.FactsMax);
        if (string.IsNullOrEmpty(form.Rule) || codes[ReportReasons.List].Find(form.Rule) is null)
            throw new RuleBroken("Form.Rule", "Choose the rule you applied.");
        if ((form.Law ?? "").Length > Statement.LawMax)
            throw new RuleBroken("Form.Law", "Write at most {0} characters.", Statement.LawMax);
        if (form.Kind == DecisionKind.HidePart && string.IsNullOrWhiteSpace(form.Passage))
            throw new RuleBroken("Form.Passage", "Copy the exact words to take out.");
    }

    private static async Task ApplyAsync(IReportable kind, Guid item, DecisionForm form, CancellationToken cancel)
    {
        if (form.Kind is DecisionKind.Hide or DecisionKind.HidePart && !kind.CanHide)
            throw new RuleBroken("Form.Kind", "This cannot be hidden here. Look at the documents it rests on.");
        if (form.Kind == DecisionKind.HidePart && !await kind.RemovePassageAsync(item, form.Passage!.Trim(), cancel))
            throw new RuleBroken("Form.Passage", "These words do not stand in the text, or this text cannot be changed. Copy them exactly, or hide the whole.");
        if (kind.CanHide && form.Kind != DecisionKind.Warn)
            await kind.SetHiddenAsync(item, form.Kind == DecisionKind.Hide, cancel);
    }

    private async Task TellReportersAsync(ModerationCase @case, string title, CancellationToken cancel)
    {
        foreach (var report in @case.Reports.Where(r => r.ReporterMail.Length > 0))
        {
            var link = await links.ToAsync(report.Language, ModerationLinks.Receipt(evidence.OpenCode(report.SealedCode)), cancel);
            var (subject, body) = texts.In(report.Language, () => (
                texts["Your report was decided"],
                texts["A moderator has decided about “{0}”. Here you read the decision, its reasons, and how to disagree within six months: {1}", title, link]));
            outbox.Add(report.ReporterMail, report.ReporterId, report.Language, subject, body);
        }
    }

    private async Task SaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new RuleBroken("", "Somebody else changed this case at the same time. Load the page again.");
        }
    }
}
