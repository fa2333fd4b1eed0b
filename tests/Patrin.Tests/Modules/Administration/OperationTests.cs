using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Administration.Jobs;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Jobs;
using Patrin.Platform.Mail;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Administration;

public sealed class OperationOnSqlite(SqliteSite site) : OperationTests(site), IClassFixture<SqliteSite>;

public sealed class OperationOnPostgres(PostgresSite site) : OperationTests(site), IClassFixture<PostgresSite>;

/// <summary>Regular tasks, mail, health and the front page.</summary>
public abstract class OperationTests(Site site)
{
    private static readonly TestPerson Administrator = new("Operation administrator", NetworkRole.Administrator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_is_started_from_its_page_and_runs()
    {
        var browser = site.Browser(Administrator);
        await site.RunTaskAsync("forget-attempts");
        var before = await RunAsync("forget-attempts");
        Assert.True(before.NextAt > DateTime.UtcNow);
        var answer = await browser.SendAsync("/en/admin/jobs", "/en/admin/jobs", ("task", "forget-attempts"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.True((await RunAsync("forget-attempts")).NextAt <= DateTime.UtcNow);
        Assert.Contains("forget-attempts", await site.RunDueAsync());
        Assert.Equal(1, await site.AskAsync(db => db.AuditEntries.CountAsync(e => e.Action == "task.run" && e.RecordId == "forget-attempts", Cancel)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync("/en/admin/jobs", "/en/admin/jobs", ("task", "no-such-task"))).StatusCode);
    }

    [Theory]
    [InlineData("en", "MailsSent=1 MailsFailed=2", "1 mail sent, 2 mails not sent")]
    [InlineData("ro", "MailsSent=1 MailsFailed=3", "1 e-mail trimis, 3 e-mailuri netrimise")]
    [InlineData("ro", "MailsSent=23", "23 de e-mailuri trimise")]
    [InlineData("hu", "MailsSent=23", "23 levél elküldve")]
    [InlineData("en", "", "Nothing to do.")]
    [InlineData("en", "3 sent, of an older program", "Nothing to do.")]
    public async Task What_a_task_did_is_told_in_the_readers_language(string language, string kept, string told)
    {
        await site.RunTaskAsync(SendMail.TaskName);
        await site.AskAsync(db => db.Set<PeriodicRun>().Where(r => r.Name == SendMail.TaskName).ExecuteUpdateAsync(s => s.SetProperty(r => r.LastResult, kept), Cancel));
        var page = Html.Parse(await site.Browser(Administrator).TextAsync($"/{language}/admin/jobs"));
        Assert.Equal(told, page.QuerySelector($"tr:has(input[value={SendMail.TaskName}]) td .xs")!.TextContent.Trim());
    }

    [Fact]
    public async Task Every_deed_of_a_task_has_words() => await site.UseCaseAsync<TaskResultWords>(words =>
    {
        foreach (var what in Enum.GetValues<TaskDid>())
        {
            var result = TaskResult.Of((what, 12));
            Assert.Equal(result.Counts, TaskResult.Read(result.ToString()).Counts);
            Assert.Contains("12", words.Of(result), StringComparison.Ordinal);
        }

        return Task.CompletedTask;
    });

    [Fact]
    public async Task R70_a_broken_history_stands_first_on_the_front_page()
    {
        var browser = site.Browser(Administrator);
        await browser.SendAsync("/en/admin/jobs", "/en/admin/jobs", ("task", "forget-unconfirmed"));
        await site.RunTaskAsync(CheckAudit.TaskName);
        Assert.False((await RunAsync(CheckAudit.TaskName)).LastFailed);
        Assert.Contains("every entry is in its place", await browser.TextAsync("/en/admin/health"), StringComparison.Ordinal);
        var number = await site.AskAsync(db => db.AuditEntries.MinAsync(e => e.Number, Cancel));
        var was = await site.AskAsync(db => db.AuditEntries.Where(e => e.Number == number).Select(e => e.Action).SingleAsync(Cancel));
        await site.AskAsync(db => db.AuditEntries.Where(e => e.Number == number).ExecuteUpdateAsync(s => s.SetProperty(e => e.Action, "round.open"), Cancel));
        await site.RunTaskAsync(CheckAudit.TaskName);
        var page = Html.Parse(await browser.TextAsync("/en/admin/health"));
        Assert.Contains("History that nobody changed", page.QuerySelectorAll("tbody tr").Where(r => r.TextContent.Contains("Needs you", StringComparison.Ordinal)).Select(r => r.QuerySelector("th")!.TextContent));
        Assert.Contains("/admin/jobs", Html.Parse(await browser.TextAsync("/en/admin")).QuerySelector("section.sec")!.InnerHtml, StringComparison.Ordinal);
        await site.AskAsync(db => db.AuditEntries.Where(e => e.Number == number).ExecuteUpdateAsync(s => s.SetProperty(e => e.Action, was), Cancel));
    }

    [Fact]
    public async Task R64_the_outbox_shows_neither_text_nor_whole_address_and_is_retried_once()
    {
        var message = new MailMessage
        {
            To = "maria.secret@example.org", Language = "en", Subject = "Canary subject", Body = "Canary body", QueuedAt = DateTime.UtcNow, DueAt = DateTime.UtcNow,
            State = MailState.Failed, Tries = 6, Error = MailErrors.GaveUp,
        };
        await site.AskAsync(db =>
        {
            db.Add(message);
            return db.SaveChangesAsync(Cancel);
        });
        var browser = site.Browser(Administrator);
        var page = await browser.TextAsync("/en/admin/mails");
        Assert.Contains("m…@example.org", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("could not take it within a day", page, StringComparison.Ordinal);
        Assert.DoesNotContain("maria.secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync("/en/admin/mails", "/en/admin/mails?handler=Retry", ("message", message.Id.ToString()))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/en/account", "/en/admin/mails?handler=Retry", ("message", message.Id.ToString()))).StatusCode);
        Assert.Equal(MailState.Queued, await StateAsync(message.Id));
        // The list leads to a step that asks once more; looking at it changes nothing.
        var step = $"/en/admin/mails/{message.Id}/give-up";
        Assert.Contains(step, await browser.TextAsync("/en/admin/mails?state=queued"), StringComparison.Ordinal);
        var asked = await browser.TextAsync(step);
        Assert.Contains("m…@example.org", WebUtility.HtmlDecode(asked), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", asked, StringComparison.Ordinal);
        Assert.Equal(MailState.Queued, await StateAsync(message.Id));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(step, step)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync("/en/account", step)).StatusCode);
        Assert.Equal(MailState.Failed, await StateAsync(message.Id));
        Assert.Equal(["mail.retry", "mail.give-up"], await site.AskAsync(db => db.AuditEntries.Where(e => e.Kind == "mail").OrderBy(e => e.Number).Select(e => e.Action).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task R70_health_says_in_plain_words_what_to_do_and_the_front_page_leads_everywhere()
    {
        var browser = site.Browser(Administrator);
        var health = await browser.TextAsync("/en/admin/health");
        Assert.Contains("No mail server is set up", health, StringComparison.Ordinal);
        var front = Html.Parse(await browser.TextAsync("/en/admin"));
        var ways = front.QuerySelectorAll("article.card a").Select(a => a.GetAttribute("href")).ToList();
        foreach (var room in (string[])["users", "organisations", "roles", "jobs", "mails", "health", "audit", "wording", "tokens"])
            Assert.Contains("/en/admin/" + room, ways);
        // One administrator alone is something to look at.
        Assert.Contains("only one administrator", front.QuerySelector("section.sec")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, await site.Browser(new TestPerson("No administrator")).StatusAsync("/en/admin"));
    }

    private Task<PeriodicRun> RunAsync(string task) => site.AskAsync(db => db.Set<PeriodicRun>().AsNoTracking().SingleAsync(r => r.Name == task, Cancel));

    private Task<MailState> StateAsync(Guid id) => site.AskAsync(db => db.Set<MailMessage>().Where(m => m.Id == id).Select(m => m.State).SingleAsync(Cancel));
}
