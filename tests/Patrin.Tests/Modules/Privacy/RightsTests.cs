using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Patrin.Modules.People;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Moderation;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.Privacy;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;
using Patrin.Platform.Mail;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;
using People = Patrin.Tests.Support.People;

namespace Patrin.Tests.Modules.Privacy;

/// <summary>A site whose clock the tests move.</summary>
public sealed class ClockedSqlite : SqliteSite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Clocked.Start()));
    }
}

public sealed class ClockedPostgres : PostgresSite
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Clocked.Start()));
    }
}

internal static class Clocked
{
    public static FakeTimeProvider Start() => new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
}

public sealed class RightsOnSqlite(ClockedSqlite site) : RightsTests(site), IClassFixture<ClockedSqlite>;

public sealed class RightsOnPostgres(ClockedPostgres site) : RightsTests(site), IClassFixture<ClockedPostgres>;

public abstract class RightsTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private FakeTimeProvider Clock => (FakeTimeProvider)site.Services.GetRequiredService<TimeProvider>();

    [Fact]
    public async Task R60_the_export_holds_everything_of_a_person_and_nothing_of_anybody_else()
    {
        var organisation = await People.OrganisationAsync(site, "Canary town hall");
        var canary = new TestPerson("Canary Yellow") { Organisation = organisation };
        var other = new TestPerson("Raven Black") { Organisation = organisation };
        var me = await People.AccountAsync(site, canary);
        var them = await People.AccountAsync(site, other);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            foreach (var (id, word, mail) in new[] { (me, "canary", canary.Mail), (them, "raven", other.Mail) })
            {
                scope.ServiceProvider.GetRequiredService<Notify>().Account(id, NoticeTopic.Records, $"/{word}-notice", new("{0}", word + "-argument"));
                scope.ServiceProvider.GetRequiredService<Outbox>().Add(mail, id, "en", word + "-subject", word + "-body");
                await scope.ServiceProvider.GetRequiredService<Consents>().SetAsync(new Actor(word) { AccountId = id }, ConsentPurpose.News, given: true, Cancel);
                await scope.ServiceProvider.GetRequiredService<SendReport>().RunAsync(
                    new() { About = "organisation:" + organisation, Reason = "OTHER", GoodFaith = true, Details = word + "-details", Name = word + "-name", Mail = word + "@example.net" },
                    new Actor(word) { AccountId = id }, word, "10.1.1.0/24", Cancel);
            }

            await db.SaveChangesAsync(Cancel);
        }

        var browser = site.Browser(canary);
        await PostAsync(browser, "/en/account/data", "/en/account/data");
        var export = await site.ReadAsync(db => db.Set<DataExport>().SingleAsync(e => e.AccountId == me, Cancel));
        var json = await ReadAsync(browser, export.Id);
        foreach (var expected in new[] { "Canary Yellow", canary.Mail, "Canary town hall", "canary-argument", "canary-subject", "canary-body", "canary-details", "canary-name", "canary@example.net", "report.send", "consent.give", "2026-11" })
            Assert.Contains(expected, json, StringComparison.Ordinal);
        Assert.DoesNotContain("raven", json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(them.ToString(), json, StringComparison.Ordinal);

        // Only for this person, only signed in, only for a day.
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(other).GetAsync(Link(export.Id), Cancel)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await site.Visitor().GetAsync(Link(export.Id), Cancel)).StatusCode);
        Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(canary).GetAsync(Link(export.Id), Cancel)).StatusCode);
    }

    [Fact]
    public async Task R61_a_person_deletes_their_account_by_themselves()
    {
        var person = new TestPerson("Leaving Person");
        var id = await People.AccountAsync(site, person);
        var browser = site.Browser(person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(browser, "/en/account/delete", "/en/account/delete")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(browser, "/en/account/delete", "/en/account/delete", ("Sure", "true"))).StatusCode);
        Assert.Equal(AccountState.Erased, await site.ReadAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.State).SingleAsync(Cancel)));
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/en/account/data", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task R63_a_consent_is_kept_with_text_language_and_time_and_taken_back_at_once()
    {
        var person = new TestPerson("Agreeing Person");
        var id = await People.AccountAsync(site, person);
        var browser = site.Browser(person);
        await PostAsync(browser, "/hu/account/data", "/hu/account/data?handler=News", ("wanted", "true"));
        var given = await site.ReadAsync(db => db.Set<Consent>().SingleAsync(c => c.AccountId == id, Cancel));
        Assert.Equal((ConsentPurpose.News, Consents.TextVersion, "hu"), (given.Purpose, given.TextVersion, given.Language));
        await using var scope = site.Services.CreateAsyncScope();
        var consents = scope.ServiceProvider.GetRequiredService<Consents>();
        Assert.True(await consents.HoldsAsync(id, ConsentPurpose.News, Cancel));
        await PostAsync(browser, "/hu/account/data", "/hu/account/data?handler=News", ("wanted", "false"));
        Assert.False(await consents.HoldsAsync(id, ConsentPurpose.News, Cancel));
    }

    [Fact]
    public async Task R63_an_account_nobody_uses_is_erased_after_two_warnings()
    {
        var id = await People.AccountAsync(site, new("Sleeping Person"));
        var used = Clock.GetUtcNow().UtcDateTime;
        await site.ReadAsync(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.SignedInAt, used), Cancel));
        async Task<(int Mails, AccountState State)> AfterAsync(DateTime day)
        {
            if (day > Clock.GetUtcNow().UtcDateTime)
                Clock.SetUtcNow(new(day, TimeSpan.Zero));
            await RunAsync("retire-inactive-accounts");
            return (await site.ReadAsync(db => db.Set<MailMessage>().CountAsync(m => m.AccountId == id, Cancel)),
                await site.ReadAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.State).SingleAsync(Cancel)));
        }

        Assert.Equal((0, AccountState.Active), await AfterAsync(used.AddMonths(20)));
        Assert.Equal((1, AccountState.Active), await AfterAsync(used.AddMonths(24).AddDays(-50)));
        Assert.Equal((1, AccountState.Active), await AfterAsync(used.AddMonths(24).AddDays(-30)));
        Assert.Equal((2, AccountState.Active), await AfterAsync(used.AddMonths(24).AddDays(-10)));
        Assert.Equal((0, AccountState.Erased), await AfterAsync(used.AddMonths(24).AddDays(1)));
    }

    [Fact]
    public async Task R63_networks_mails_and_evidence_go_when_their_time_is_over()
    {
        var organisation = await People.OrganisationAsync(site, "Evidence town", more: o => o.About = "Words.");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SendReport>().RunAsync(
                new() { About = "organisation:" + organisation, Reason = "OTHER", GoodFaith = true, Mail = "keep@example.org" }, Actor.Visitor, "a", "10.2.2.0/24", Cancel);
        }

        var @case = await site.ReadAsync(db => db.ModerationCases.AsNoTracking().SingleAsync(c => c.ItemId == organisation, Cancel));
        Assert.DoesNotContain("Words.", @case.Evidence, StringComparison.Ordinal);
        await site.ReadAsync(db => db.ModerationCases.Where(c => c.Id == @case.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CaseState.Decided), Cancel));
        await site.ReadAsync(db => db.Set<MailMessage>().Where(m => m.To == "keep@example.org")
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, Clock.GetUtcNow().UtcDateTime), Cancel));
        Clock.Advance(TimeSpan.FromDays(31));
        await RunAsync("forget-old-data");
        Assert.Equal("", await site.ReadAsync(db => db.Reports.Where(r => r.CaseId == @case.Id).Select(r => r.NetworkMark).SingleAsync(Cancel)));
        Assert.Equal(0, await site.ReadAsync(db => db.Set<MailMessage>().CountAsync(m => m.To == "keep@example.org", Cancel)));
        Assert.NotEqual("", await site.ReadAsync(db => db.ModerationCases.Where(c => c.Id == @case.Id).Select(c => c.Evidence).SingleAsync(Cancel)));
        Clock.Advance(TimeSpan.FromDays(160));
        await RunAsync("forget-old-data");
        Assert.Equal("", await site.ReadAsync(db => db.ModerationCases.Where(c => c.Id == @case.Id).Select(c => c.Evidence).SingleAsync(Cancel)));
        Assert.Equal("", await site.ReadAsync(db => db.Reports.Where(r => r.CaseId == @case.Id).Select(r => r.ReporterMail).SingleAsync(Cancel)));
    }

    private async Task RunAsync(string name)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetServices<IPeriodicTask>().Single(t => t.Name == name).RunAsync(Cancel);
    }

    private static Uri Link(Guid export) => new($"/en/account/data/{export}.zip", UriKind.Relative);

    private static async Task<string> ReadAsync(HttpClient browser, Guid export)
    {
        await using var zip = new ZipArchive(new MemoryStream(await browser.GetByteArrayAsync(Link(export), Cancel)));
        using var reader = new StreamReader(await zip.Entries.Single().OpenAsync(Cancel), Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancel);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var got = Html.Parse(await (await browser.GetAsync(new Uri(page, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel));
        var token = got.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await browser.PostAsync(new Uri(to, UriKind.Relative), content, Cancel);
    }
}
