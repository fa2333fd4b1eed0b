using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Review;
using Patrin.Modules.People;
using Patrin.Modules.People.Moderation;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Mail;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;
using DecisionKind = Patrin.Modules.People.Moderation.DecisionKind;
using People = Patrin.Tests.Support.People;

namespace Patrin.Tests.Modules.Privacy;

public sealed class ModerationOnSqlite(SqliteDocuments site) : ModerationTests(site), IClassFixture<SqliteDocuments>;

public sealed class ModerationOnPostgres(PostgresDocuments site) : ModerationTests(site), IClassFixture<PostgresDocuments>;

public abstract class ModerationTests(Site site)
{
    private static readonly TestPerson Moderator = new("First Moderator", NetworkRole.Moderator), Other = new("Second Moderator", NetworkRole.Moderator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en")]
    [InlineData("hu")]
    [InlineData("ro")]
    public async Task R65_anybody_reports_in_two_steps_and_gets_a_receipt_and_the_decision(string language)
    {
        var organisation = await OrganisationAsync("Reported in " + language, "We teach.");
        var visitor = site.Visitor();
        var form = await visitor.GetAsync(new Uri($"/{language}/report?about=organisation:{organisation}", UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        var sent = await SendAsync(visitor, language, organisation, "WRONG_FACT", ("Form.Mail", $"reporter-{language}@example.org"));
        var receipt = sent.Headers.Location!.OriginalString;
        Assert.StartsWith($"/{language}/report/", receipt, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(new Uri(receipt, UriKind.Relative), Cancel)).StatusCode);
        Assert.Contains(receipt, await MailAsync($"reporter-{language}@example.org"), StringComparison.Ordinal);

        await DecideAsync(await CaseAsync(organisation), DecisionKind.Keep, "The fact is right.", Moderator);

        Assert.Contains("The fact is right.", await TextAsync(site.Visitor(), receipt), StringComparison.Ordinal);
        Assert.Equal(2, await site.ReadAsync(db => db.Set<MailMessage>().CountAsync(m => m.To == $"reporter-{language}@example.org" && m.Language == language, Cancel)));
    }

    [Fact]
    public async Task R65_the_author_never_learns_who_reported()
    {
        var organisation = await OrganisationAsync("Curious town", "We build.");
        var author = new TestPerson("Curious Author") { Organisation = organisation };
        await People.AccountAsync(site, author);
        await SendAsync(site.Visitor(), "en", organisation, "OTHER", ("Form.Name", "Secret Reporter"), ("Form.Mail", "secret@example.org"), ("Form.Details", "My own words"));
        var @case = await CaseAsync(organisation);
        await DecideAsync(@case, DecisionKind.Warn, "Please say it more kindly.", Moderator);
        var page = await TextAsync(site.Browser(author), $"/en/moderation/statements/{@case}");
        Assert.Contains("Please say it more kindly.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("My own words", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(new("Nosy Stranger")).GetAsync(new Uri($"/en/moderation/statements/{@case}", UriKind.Relative), Cancel)).StatusCode);
        Assert.True(await site.ReadAsync(db => db.Notices.AnyAsync(n => n.Topic == NoticeTopic.Moderation && n.Path == $"/moderation/statements/{@case}", Cancel)));
    }

    [Fact]
    public async Task R66_what_points_at_a_person_is_hidden_at_the_first_report_and_comes_back_when_kept()
    {
        var organisation = await OrganisationAsync("Careless town", "Call our neighbour at +359 88 123 4567.");
        await SendAsync(site.Visitor(), "en", organisation, "DOXXING");
        Assert.NotNull(await HiddenAtAsync(organisation));
        var @case = await CaseAsync(organisation);
        Assert.True(await site.ReadAsync(db => db.Statements.Where(s => s.CaseId == @case).AllAsync(s => s.IsAutomated, Cancel)));
        await DecideAsync(@case, DecisionKind.Restore, "It is the number of the office.", Moderator);
        Assert.Null(await HiddenAtAsync(organisation));
        // A person decided about this very text: the rule does not hide it again.
        await SendAsync(site.Visitor(), "en", organisation, "DOXXING");
        Assert.Null(await HiddenAtAsync(organisation));
    }

    [Fact]
    public async Task R66_a_long_text_is_hidden_at_the_first_report_only_when_the_reporter_copies_what_points_at_somebody()
    {
        var pages = string.Concat(Enumerable.Repeat("Teachers meet every week. ", 80));
        var id = (await site.ImportAsync(DocumentsSite.Profile("Longtown", more: pages + "Ask for Elena at +359 88 765 4321."))).Document;
        Task<bool> IsHiddenAsync() => site.ReadAsync(db => db.Documents.AnyAsync(d => d.Id == id && d.HiddenAt != null, Cancel));
        await site.UseAsync<AcceptClearClaims>(accept => accept.RunAsync(id, null, Actor.CommandLine, Cancel));
        await SendAsync(site.Visitor(), "en", id, "DOXXING", kind: "document");
        Assert.False(await IsHiddenAsync());
        await SendAsync(site.Visitor(), "en", id, "DOXXING", "document", ("Form.Details", "It says: Ask for Elena at +359 88 765 4321."));
        Assert.True(await IsHiddenAsync());
    }

    [Fact]
    public async Task R66_a_hidden_document_is_gone_from_every_outlet_and_its_facts_count_no_more()
    {
        var id = (await site.ImportAsync(DocumentsSite.Profile("Hidetown"))).Document;
        await site.UseAsync<AcceptClearClaims>(accept => accept.RunAsync(id, null, Actor.CommandLine, Cancel));
        var claim = await site.ReadAsync(db => db.Claims.Where(c => c.DocumentId == id).Facts().Select(c => c.Id).FirstAsync(Cancel));
        string[] outlets = [$"/en/sources/{id}", $"/en/claims/{claim}", $"/claims/{claim}.json", $"/sources/{id}.txt"];
        foreach (var outlet in outlets)
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(new Uri(outlet, UriKind.Relative), Cancel)).StatusCode);

        await SendAsync(site.Visitor(), "en", id, "HATE", kind: "document");
        await DecideAsync(await CaseAsync(id), DecisionKind.Hide, "It insults people.", Moderator);

        foreach (var outlet in outlets)
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(new Uri(outlet, UriKind.Relative), Cancel)).StatusCode);
        foreach (var list in new[] { "/en/sources", "/en/places", "/places.csv", "/api/v1/claims?document=" + id, "/api/v1/places", "/en/" })
            Assert.DoesNotContain(id.ToString(), await TextAsync(site.Visitor(), list), StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.Claims.Where(c => c.DocumentId == id).Facts().CountAsync(Cancel)));
        Assert.Contains("A moderator hid this document", await TextAsync(site.Browser(), $"/en/sources/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R67_fifty_new_accounts_hide_nothing_and_moderators_are_warned()
    {
        var organisation = await OrganisationAsync("Attacked association", "We sing.", "ROMA_NGO");
        await People.AccountAsync(site, Moderator);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var send = scope.ServiceProvider.GetRequiredService<SendReport>();
            for (var i = 0; i < 50; i++)
            {
                var actor = new Actor("new") { AccountId = await People.AccountAsync(site, new("Brigade " + i)) };
                await send.RunAsync(new() { About = "organisation:" + organisation, Reason = "HATE", GoodFaith = true }, actor, "10.0.0." + i, $"10.0.{i}.0/24", Cancel);
            }
        }

        Assert.Null(await HiddenAtAsync(organisation));
        Assert.NotNull(await site.ReadAsync(db => db.ModerationCases.Where(c => c.ItemId == organisation).Select(c => c.AlertedAt).SingleAsync(Cancel)));
        Assert.True(await site.ReadAsync(db => db.Notices.AnyAsync(n => n.Text.StartsWith("Many reports"), Cancel)));
    }

    [Fact]
    public async Task R67_two_verified_organisations_are_heard_at_once()
    {
        var organisation = await OrganisationAsync("Hateful club", "We hate.");
        for (var i = 0; i < 2; i++)
        {
            var verified = await People.OrganisationAsync(site, $"Verified {i} {organisation}", more: o => o.VerifiedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
            await SendAsync(site.Browser(new($"Verified member {i}") { Organisation = verified }), "en", organisation, "HATE");
        }

        Assert.NotNull(await HiddenAtAsync(organisation));
    }

    [Fact]
    public async Task R68_an_appeal_is_decided_by_another_person_and_nobody_decides_about_their_own_organisation()
    {
        var organisation = await OrganisationAsync("Appealing town", "We dance.");
        var author = new TestPerson("Appealing Author") { Organisation = organisation };
        var partial = new TestPerson("Partial Moderator", NetworkRole.Moderator) { Organisation = organisation };
        await SendAsync(site.Visitor(), "en", organisation, "OTHER");
        var @case = await CaseAsync(organisation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostDecisionAsync(@case, DecisionKind.Keep, "Mine.", partial)).StatusCode);
        await DecideAsync(@case, DecisionKind.Hide, "It is advertising.", Moderator);
        var appeal = await PostAsync(site.Browser(author), $"/en/moderation/statements/{@case}", $"/en/moderation/statements/{@case}", ("AppealText", "It is not."));
        Assert.Equal(HttpStatusCode.Redirect, appeal.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostDecisionAsync(@case, DecisionKind.Hide, "Again.", Moderator)).StatusCode);
        await DecideAsync(@case, DecisionKind.Restore, "The appeal is right.", Other);
        Assert.Null(await HiddenAtAsync(organisation));
        var log = await TextAsync(site.Visitor(), "/en/moderation/log");
        Assert.Contains("It is advertising.", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Appealing town", log, StringComparison.Ordinal);
        Assert.Contains("fewer than 10", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R68_a_decision_needs_its_reasons()
    {
        var organisation = await OrganisationAsync("Silent town", "We rest.");
        await SendAsync(site.Visitor(), "en", organisation, "OTHER");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostDecisionAsync(await CaseAsync(organisation), DecisionKind.Hide, "", Moderator)).StatusCode);
    }

    [Theory]
    [InlineData("", "true")]
    [InlineData("NONSENSE", "true")]
    [InlineData("OTHER", "false")]
    public async Task A_report_without_reason_or_good_faith_is_not_taken(string reason, string goodFaith)
    {
        var organisation = await OrganisationAsync($"Unclear {reason} {goodFaith}", "We ask.");
        var answer = await PostAsync(site.Visitor(), $"/en/report?about=organisation:{organisation}", "/en/report",
            ("Form.About", "organisation:" + organisation), ("Form.Reason", reason), ("Form.GoodFaith", goodFaith));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    private Task<Guid> OrganisationAsync(string name, string about, string type = "MUNICIPALITY") => People.OrganisationAsync(site, name, type, o => o.About = about);

    private Task<DateTime?> HiddenAtAsync(Guid organisation) => site.ReadAsync(db => db.Organisations.Where(o => o.Id == organisation).Select(o => o.HiddenAt).SingleAsync(Cancel));

    private Task<Guid> CaseAsync(Guid item) => site.ReadAsync(db => db.ModerationCases.Where(c => c.ItemId == item).Select(c => c.Id).SingleAsync(Cancel));

    private Task<string> MailAsync(string to) => site.ReadAsync(db => db.Set<MailMessage>().Where(m => m.To == to).Select(m => m.Body).FirstAsync(Cancel));

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string language, Guid item, string reason, params (string, string)[] more) =>
        await SendAsync(browser, language, item, reason, "organisation", more);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string language, Guid item, string reason, string kind, params (string, string)[] more)
    {
        var answer = await PostAsync(browser, $"/{language}/report?about={kind}:{item}", $"/{language}/report",
            [("Form.About", $"{kind}:{item}"), ("Form.Reason", reason), ("Form.GoodFaith", "true"), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer;
    }

    private async Task DecideAsync(Guid @case, DecisionKind kind, string facts, TestPerson by) =>
        Assert.Equal(HttpStatusCode.Redirect, (await PostDecisionAsync(@case, kind, facts, by)).StatusCode);

    private Task<HttpResponseMessage> PostDecisionAsync(Guid @case, DecisionKind kind, string facts, TestPerson by) => PostAsync(
        site.Browser(by), $"/en/moderation/cases/{@case}", $"/en/moderation/cases/{@case}", ("Form.Kind", kind.ToString()), ("Form.Facts", facts), ("Form.Rule", "OTHER"));

    private static async Task<string> TextAsync(HttpClient browser, string path) =>
        WebUtility.HtmlDecode(await (await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var got = Html.Parse(await (await browser.GetAsync(new Uri(page, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel));
        var token = got.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await browser.PostAsync(new Uri(to, UriKind.Relative), content, Cancel);
    }
}
