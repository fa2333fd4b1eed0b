using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Patrin.Modules.People;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.Notices.Sending;
using Patrin.Modules.People.Notices.Unsubscribe;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Web;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Notices;

public sealed class SendNoticesOnSqlite(SqliteSite site) : SendNoticesTests(site), IClassFixture<SqliteSite>;

public sealed class SendNoticesOnPostgres(PostgresSite site) : SendNoticesTests(site), IClassFixture<PostgresSite>;

public abstract class SendNoticesTests(Site site)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_a_notice_is_mailed_at_most_once_and_where_it_was_wanted_once(int seed)
    {
        var random = new Random(seed);
        var account = await People.AccountAsync(site, new TestPerson($"Reader {seed}"));
        var ever = new Dictionary<NoticeTopic, HashSet<MailPace>>();
        var notices = new List<NoticeTopic>();
        foreach (var topic in Enum.GetValues<NoticeTopic>())
            ever[topic] = [NoticeTopics.Usual(topic)];
        for (var step = 0; step < 60; step++)
        {
            switch (random.Next(4))
            {
                case 0:
                    var (topic, pace) = (NoticeTopics.Choosable[random.Next(4)], (MailPace)random.Next(4));
                    ever[topic].Add(pace);
                    await ChooseAsync(account, topic, pace);
                    break;
                case 1:
                    _clock.Advance(TimeSpan.FromMinutes(random.Next(1, 3000)));
                    break;
                case 2:
                    await SendAsync();
                    break;
                default:
                    notices.Add((NoticeTopic)random.Next(5));
                    await NotifyAsync(account, notices[^1], $"marker-{seed}-{notices.Count - 1}-end");
                    break;
            }
        }

        _clock.Advance(TimeSpan.FromDays(8));
        await SendAsync();
        await SendAsync();
        var bodies = await site.ReadAsync(db => db.Set<MailMessage>().Where(m => m.AccountId == account).Select(m => m.Body).ToListAsync(Cancel));
        for (var i = 0; i < notices.Count; i++)
        {
            var times = bodies.Sum(b => b.Split($"marker-{seed}-{i}-end").Length - 1);
            Assert.InRange(times, notices[i] == NoticeTopic.Security || !ever[notices[i]].Contains(MailPace.None) ? 1 : 0, 1);
        }
    }

    [Fact]
    public async Task A_digest_is_in_the_readers_language_with_links_in_it_and_silent_without_news()
    {
        var account = await People.AccountAsync(site, new TestPerson("Olvaso"));
        await site.ReadAsync(db => db.Set<Account>().Where(a => a.Id == account).ExecuteUpdateAsync(s => s.SetProperty(a => a.Language, "hu"), Cancel));
        await NotifyAsync(account, NoticeTopic.Records, "first");
        await NotifyAsync(account, NoticeTopic.Tasks, "second");
        await SendAsync();
        Assert.Empty(await MailsAsync(account));
        _clock.Advance(TimeSpan.FromDays(8));
        await SendAsync();
        await SendAsync();
        var mail = Assert.Single(await MailsAsync(account));
        Assert.Contains("2 üzenet", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("http://localhost/hu/somewhere", mail.Body, StringComparison.Ordinal);
        Assert.True(mail.Body.IndexOf("second", StringComparison.Ordinal) < mail.Body.IndexOf("first", StringComparison.Ordinal));
        Assert.Contains("/hu/unsubscribe/", mail.UnsubscribeAddress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_stops_a_topic_without_a_sign_in_and_can_be_undone()
    {
        var account = await People.AccountAsync(site, new TestPerson("Clicker"));
        var path = "/en/unsubscribe/" + site.Services.GetRequiredService<UnsubscribeTokens>().Make(account, [NoticeTopic.Organisation]);
        var browser = site.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel)).StatusCode);
        Assert.Null(await PaceAsync(account));
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await browser.PostAsync(new Uri(path, UriKind.Relative), click, Cancel)).StatusCode);
        Assert.Equal(MailPace.None, await PaceAsync(account));
        using var undo = new FormUrlEncodedContent([new("before", "Organisation:Weekly")]);
        await browser.PostAsync(new Uri(path + "?handler=Undo", UriKind.Relative), undo, Cancel);
        Assert.Equal(MailPace.Weekly, await PaceAsync(account));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri(path[..^1] + (path[^1] == 'a' ? 'b' : 'a'), UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_inbox_shows_ones_own_messages_and_opening_one_marks_it()
    {
        var person = new TestPerson("Inbox owner");
        var account = await People.AccountAsync(site, person);
        await NotifyAsync(account, NoticeTopic.Organisation, "for the owner");
        var id = await site.ReadAsync(db => db.Set<Notice>().Where(n => n.AccountId == account).Select(n => n.Id).SingleAsync(Cancel));
        var (mine, other) = (site.Browser(person), site.Browser(new TestPerson("Somebody else")));
        var page = await mine.GetStringAsync(new Uri("/en/notifications", UriKind.Relative), Cancel);
        Assert.Contains("for the owner", page, StringComparison.Ordinal);
        Assert.Contains("not read yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("for the owner", await other.GetStringAsync(new Uri("/en/notifications", UriKind.Relative), Cancel), StringComparison.Ordinal);
        Task<HttpResponseMessage> OpenAsync(HttpClient browser) => browser.SendAsync("/en/notifications/settings", "/en/notifications?handler=Open", ("notice", id.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await OpenAsync(other)).StatusCode);
        Assert.Contains("not read yet", await mine.GetStringAsync(new Uri("/en/notifications", UriKind.Relative), Cancel), StringComparison.Ordinal);
        Assert.Equal("/en/somewhere", (await OpenAsync(mine)).Headers.Location?.OriginalString);
        Assert.DoesNotContain("not read yet", await mine.GetStringAsync(new Uri("/en/notifications", UriKind.Relative), Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync(new Uri("/en/notifications/settings", UriKind.Relative), Cancel)).StatusCode);
    }

    [Fact]
    public async Task Signs_of_life_say_one_word()
    {
        foreach (var path in new[] { "/health/live", "/health/ready" })
            Assert.Equal("ok\n", await site.Visitor().GetStringAsync(new Uri(path, UriKind.Relative), Cancel));
    }

    private async Task SendAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var s = scope.ServiceProvider;
        var db = s.GetRequiredService<AppDbContext>();
        var write = new WriteDigest(new Outbox(db, _clock), s.GetRequiredService<Texts>(), s.GetRequiredService<NoticeWords>(), s.GetRequiredService<PublicLinks>(), s.GetRequiredService<UnsubscribeTokens>());
        await new SendNotices(db, write, _clock).RunAsync(Cancel);
    }

    private Task<int> NotifyAsync(Guid account, NoticeTopic topic, string marker) => site.ReadAsync(db =>
    {
        new Notify(db, _clock).Account(account, topic, "/somewhere", new NoticeText("{0}", marker));
        return db.SaveChangesAsync(Cancel);
    });

    private Task<int> ChooseAsync(Guid account, NoticeTopic topic, MailPace pace) => site.ReadAsync(async db =>
    {
        await db.Set<NoticeChoice>().Where(c => c.AccountId == account && c.Topic == topic).ExecuteDeleteAsync(Cancel);
        db.Add(new NoticeChoice { AccountId = account, Topic = topic, Pace = pace });
        return await db.SaveChangesAsync(Cancel);
    });

    private Task<List<MailMessage>> MailsAsync(Guid account) => site.ReadAsync(db => db.Set<MailMessage>().AsNoTracking().Where(m => m.AccountId == account).ToListAsync(Cancel));

    private Task<MailPace?> PaceAsync(Guid account) => site.ReadAsync(db => db.Set<NoticeChoice>().Where(c => c.AccountId == account).Select(c => (MailPace?)c.Pace).SingleOrDefaultAsync(Cancel));
}
