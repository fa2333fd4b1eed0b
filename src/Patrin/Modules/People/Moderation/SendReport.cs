using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Moderation;
using Patrin.Platform.Privacy;
using Patrin.Platform.Secrets;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Moderation;

/// <summary>What somebody fills in to report an item.</summary>
public sealed class ReportForm
{
    public string? About { get; set; }

    public string? Reason { get; set; }

    public string? Details { get; set; }

    public string? Name { get; set; }

    public string? Mail { get; set; }

    public bool GoodFaith { get; set; }
}

/// <summary>Takes a report from anybody: opens a case or joins the open one, hides at once what must not wait, and gives a receipt.</summary>
public sealed class SendReport(
    AppDbContext db, Reportables reportables, CodeLists codes, Evidence evidence, Throttle throttle, Notify notify, Outbox outbox,
    PublicLinks links, Texts texts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Length of a text that is looked at as a whole, in characters: half a page.</summary>
    private const int ShortText = 1500;

    private static readonly TimeSpan NewFor = TimeSpan.FromDays(30), Hour = TimeSpan.FromHours(1);

    /// <summary>Returns the code with which the report can be followed.</summary>
    public async Task<string> RunAsync(ReportForm form, Actor actor, string address, string network, CancellationToken cancel)
    {
        Check(form);
        var about = await reportables.FindAsync(form.About, cancel) ?? throw new RuleBroken("", "This is not here any more, so there is nothing to report.");
        await throttle.RequireAsync("report", address, 20, Hour, cancel);
        var code = RandomToken.Make();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var @case = await CaseAsync(about.Kind, about.Id, about.Item, form.Reason!, cancel);
        var report = await ReportAsync(form, actor, code, network, cancel);
        @case.Reports.Add(report);
        @case.ReportCount++;
        @case.Version++;
        if (ReportWeights.IsSerious(report.Reason) && !ReportWeights.IsSerious(@case.Reason))
            @case.Reason = report.Reason;
        await HideFirstAsync(@case, report, about.Kind, about.Item, cancel);
        await AlertAsync(@case, about.Item, cancel);
        await MailReceiptAsync(report, about.Item.Title, code, cancel);
        audit.Note(actor, "report.send", "moderation-case", @case.Id);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return code;
    }

    private void Check(ReportForm form)
    {
        if (string.IsNullOrEmpty(form.Reason) || codes[ReportReasons.List].Find(form.Reason) is null)
            throw new RuleBroken("Form.Reason", "Choose what is wrong.");
        if ((form.Details ?? "").Length > Report.DetailsMax)
            throw new RuleBroken("Form.Details", "Write at most {0} characters.", Report.DetailsMax);
        if ((form.Name ?? "").Length > Report.NameMax)
            throw new RuleBroken("Form.Name", "Write at most {0} characters.", Report.NameMax);
        if (!string.IsNullOrWhiteSpace(form.Mail) && (form.Mail.Length > Report.MailMax || !System.Net.Mail.MailAddress.TryCreate(form.Mail.Trim(), out _)))
            throw new RuleBroken("Form.Mail", "Write the whole mail address, or leave it empty.");
        if (!form.GoodFaith)
            throw new RuleBroken("Form.GoodFaith", "Please say that you report in good faith.");
    }

    private async Task<ModerationCase> CaseAsync(IReportable kind, Guid id, ReportedItem item, string reason, CancellationToken cancel)
    {
        var open = await db.ModerationCases.FirstOrDefaultAsync(c => c.ItemKind == kind.Kind && c.ItemId == id && ModerationCase.Undecided.Contains(c.State), cancel);
        if (open is not null)
            return open;
        var made = new ModerationCase
        {
            ItemKind = kind.Kind, ItemId = id, Reason = reason, AuthorAccountId = item.AuthorAccount, AuthorOrganisationId = item.AuthorOrganisation,
            OpenedAt = clock.GetUtcNow().UtcDateTime, Evidence = evidence.Seal(item), TextMark = evidence.MarkOf(item),
        };
        db.Add(made);
        await notify.RoleAsync(NetworkRole.Moderator, NoticeTopic.Tasks, ModerationLinks.Case(made.Id), new(Text.Key("A report waits for a decision.")), cancel);
        return made;
    }

    private async Task<Report> ReportAsync(ReportForm form, Actor actor, string code, string network, CancellationToken cancel)
    {
        var (standing, organisation) = await StandingAsync(actor, cancel);
        return new()
        {
            Reason = form.Reason!, Details = form.Details?.Trim() ?? "", At = clock.GetUtcNow().UtcDateTime, Standing = standing, OrganisationId = organisation,
            ReporterId = actor.AccountId, ReporterName = form.Name?.Trim() ?? "", ReporterMail = form.Mail?.Trim() ?? "", Language = texts.Language,
            CodeHash = RandomToken.Hash(code), SealedCode = evidence.SealCode(code), NetworkMark = evidence.NetworkMark(network),
        };
    }

    private async Task<(Standing Standing, Guid? Organisation)> StandingAsync(Actor actor, CancellationToken cancel)
    {
        if (actor.AccountId is not { } account)
            return (Standing.Visitor, null);
        if (actor.Is(NetworkRole.Moderator))
            return (Standing.Moderator, null);
        var mine = actor.Organisations.Keys.ToList();
        var verified = await db.Organisations.Where(o => mine.Contains(o.Id) && o.VerifiedAt != null && o.State == OrganisationState.Active)
            .OrderBy(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancel);
        if (verified is not null)
            return (Standing.Verified, verified);
        var old = clock.GetUtcNow().UtcDateTime - NewFor;
        return (await db.Accounts.AnyAsync(a => a.Id == account && a.CreatedAt < old, cancel) ? Standing.Account : Standing.NewAccount, null);
    }

    /// <summary>What names a person goes at once; other serious reports need weight. What a moderator decided to keep stays.</summary>
    private async Task HideFirstAsync(ModerationCase @case, Report report, IReportable kind, ReportedItem item, CancellationToken cancel)
    {
        if (!kind.CanHide || item.IsHidden || await WasKeptAsync(@case, cancel))
            return;
        var others = await db.Reports.AsNoTracking().Where(r => r.CaseId == @case.Id)
            .Select(r => new { r.Standing, r.OrganisationId, r.NetworkMark, r.Reason }).ToListAsync(cancel);
        var serious = others.Where(r => ReportWeights.IsSerious(r.Reason)).Select(r => new Weighed(r.Standing, r.OrganisationId, r.NetworkMark)).ToList();
        if (ReportWeights.IsSerious(report.Reason))
            serious.Add(new(report.Standing, report.OrganisationId, report.NetworkMark));
        var names = report.Reason == ReportReasons.Doxxing && PointsAtSomebody(report, item);
        if (!names && ReportWeights.Sum(serious) < ReportWeights.HideAt)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        @case.HiddenByRuleAt = now;
        await kind.SetHiddenAsync(@case.ItemId, hidden: true, cancel);
        @case.Statements.Add(new()
        {
            Kind = DecisionKind.Hide, At = now, IsAutomated = true, Rule = names ? ReportReasons.Doxxing : report.Reason,
            Facts = names ? Text.Key("The text may point at a person, and somebody reported that.") : Text.Key("Several people whose organisations are known to us reported it."),
        });
        await TellAuthor.AboutHidingAsync(notify, @case, item.Title, cancel);
    }

    /// <summary>
    /// A short text goes when it holds anything that may point at a person. A long one, a report of forty pages with the mail
    /// address of an office in it, goes when the reporter quotes such a passage: one unnamed report must not take it away.
    /// </summary>
    private static bool PointsAtSomebody(Report report, ReportedItem item) => item.Text.Length <= ShortText
        ? PersonalTraces.Any(item.Text)
        : PersonalTraces.Find(item.Text).Any(t => report.Details.Contains(item.Text.AsSpan(t.Start, t.Length), StringComparison.OrdinalIgnoreCase));

    private Task<bool> WasKeptAsync(ModerationCase @case, CancellationToken cancel) => db.Statements
        .Where(s => !s.IsAutomated && (s.Kind == DecisionKind.Keep || s.Kind == DecisionKind.Restore || s.Kind == DecisionKind.Warn))
        .AnyAsync(s => db.Set<ModerationCase>().Any(c => c.Id == s.CaseId && c.ItemKind == @case.ItemKind && c.ItemId == @case.ItemId && c.TextMark == @case.TextMark), cancel);

    private async Task AlertAsync(ModerationCase @case, ReportedItem item, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - TimeSpan.FromDays(1);
        var recent = 1 + await db.Reports.CountAsync(r => r.CaseId == @case.Id && r.At > since, cancel);
        if (@case.AlertedAt is not null || !ReportWeights.IsMass(recent, item.IsOfRomaOrganisation))
            return;
        @case.AlertedAt = now;
        await notify.RoleAsync(NetworkRole.Moderator, NoticeTopic.Tasks, ModerationLinks.Case(@case.Id),
            new(Text.Key("Many reports about one item within a day. It may be an attack.")), cancel);
    }

    private async Task MailReceiptAsync(Report report, string title, string code, CancellationToken cancel)
    {
        if (report.ReporterMail.Length == 0)
            return;
        var link = await links.ToAsync(report.Language, ModerationLinks.Receipt(code), cancel);
        var (subject, body) = texts.In(report.Language, () => (
            texts["We have your report"], texts["Thank you. Somebody will look at “{0}”. Here you see what was decided: {1}", title, link]));
        outbox.Add(report.ReporterMail, report.ReporterId, report.Language, subject, body);
    }
}
