using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.Curate;
using Patrin.Modules.People.Join;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Platform.Mail;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Organisations;

public sealed class JoinOnSqlite(SqliteSite site) : JoinTests(site), IClassFixture<SqliteSite>;

public sealed class JoinOnPostgres(PostgresSite site) : JoinTests(site), IClassFixture<PostgresSite>;

public abstract class JoinTests(Site site)
{
    private static readonly TestPerson Curator = new("Join curator", NetworkRole.Curator);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_municipality_joins_waits_is_approved_and_verified()
    {
        await People.AccountAsync(site, Curator);
        var token = await AskAsync("Town hall of Joinham", "clerk@joinham.example");
        var browser = site.Visitor();
        var answer = await browser.SendAsync($"/en/join/{token}", $"/en/join/{token}");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var organisation = await site.AskAsync(db => db.Organisations.SingleAsync(o => o.Name == "Town hall of Joinham", Cancel));
        Assert.Equal(OrganisationState.Waiting, organisation.State);
        var page = $"/en/organisations/{organisation.Id}";
        Assert.Equal((200, 404), (await Signed(browser, answer).StatusAsync(page), await site.Visitor().StatusAsync(page)));
        Assert.Equal(404, await site.Visitor().StatusAsync($"/api/v1/organisations/{organisation.Id}"));
        Assert.DoesNotContain("Town hall of Joinham", await site.Visitor().TextAsync("/en/organisations"), StringComparison.Ordinal);
        Assert.True(await site.AskAsync(db => db.Notices.AnyAsync(n => n.Path == $"/curate/organisations/{organisation.Id}", Cancel)));

        await DecideAsync(organisation.Id, "Approve");
        Assert.Equal(200, await site.Visitor().StatusAsync(page));
        await DecideAsync(organisation.Id, "Verify", "Called the number on the official site.");
        var text = await site.Visitor().TextAsync(page);
        Assert.Contains("Called the number on the official site.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Join asker", text, StringComparison.Ordinal);
        Assert.DoesNotContain("clerk@joinham.example", text + await site.Visitor().TextAsync($"/api/v1/organisations/{organisation.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R23_the_answer_and_the_mail_do_not_tell_whether_an_address_has_an_account()
    {
        var known = new TestPerson("Join known");
        await People.AccountAsync(site, known);
        await AskAsync("Organisation of somebody known", known.Mail);
        await AskAsync("Organisation of somebody new here", "new@join.example");
        var mails = await site.AskAsync(db => db.Set<MailMessage>().Where(m => m.To == known.Mail || m.To == "new@join.example").ToListAsync(Cancel));
        Assert.Single(mails.Select(m => m.Subject).Distinct());
        Assert.All(mails, m => Assert.Null(m.AccountId));
    }

    [Fact]
    public async Task R12_a_link_that_many_open_at_once_makes_one_organisation_and_one_account()
    {
        var token = await AskAsync("Raced organisation", "race@join.example");
        var faults = await site.RaceAsync<ConfirmJoin>(20, async (confirm, _) =>
        {
            if (await confirm.RunAsync(token, null, Cancel) is null)
                throw new InvalidOperationException("used");
        });
        Assert.Equal(1, faults.Count(f => f is null));
        Assert.Equal((1, 1), (await site.AskAsync(db => db.Organisations.CountAsync(o => o.Name == "Raced organisation", Cancel)),
            await site.AskAsync(db => db.Accounts.CountAsync(a => a.Email == "race@join.example", Cancel))));
    }

    [Fact]
    public async Task R12_two_who_confirm_one_name_at_once_get_one_organisation_and_one_plain_answer()
    {
        string[] tokens = [await AskAsync("Twice wanted organisation", "first@twice.example"), await AskAsync("Twice wanted organisation", "second@twice.example")];
        var faults = await site.RaceAsync<ConfirmJoin>(2, (confirm, i) => confirm.RunAsync(tokens[i], null, Cancel));
        Assert.Single(faults, f => f is null);
        Assert.Single(faults, f => f is RuleBroken);
    }

    [Fact]
    public async Task R32_fields_that_decide_about_standing_change_nothing()
    {
        var browser = site.Visitor();
        var answer = await browser.SendAsync("/en/join", "/en/join", ("Form.Name", "Forged organisation"), ("Form.ActorType", "MUNICIPALITY"), ("Form.Country", "BG"),
            ("Form.Why", "Because"), ("Form.AskerName", "Forger"), ("Form.Mail", "forger@join.example"), ("Form.State", "Active"), ("State", "Active"), ("Form.VerifiedAt", "2026-01-01"),
            ("Form.ConfirmedAt", "2026-01-01"), ("Form.OrganisationId", Guid.NewGuid().ToString()), ("Form.Verified", "true"), ("Form.Role", "Administrator"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var request = await site.AskAsync(db => db.Set<JoinRequest>().SingleAsync(r => r.Name == "Forged organisation", Cancel));
        Assert.Equal((null, null), (request.ConfirmedAt, request.OrganisationId));
        await site.UseCaseAsync<ConfirmJoin>(async c => await c.RunAsync(await site.LinkAsync("forger@join.example", "/join/"), null, Cancel));
        var made = await site.AskAsync(db => db.Organisations.SingleAsync(o => o.Name == "Forged organisation", Cancel));
        Assert.Equal((OrganisationState.Waiting, null, ""), (made.State, made.VerifiedAt, made.VerifiedHow));
    }

    [Fact]
    public async Task A_name_that_looks_like_a_public_one_is_refused()
    {
        await People.OrganisationAsync(site, "Lookalike Forum");
        await Assert.ThrowsAsync<RuleBroken>(() => AskAsync("Lookaiike Forum", "like@join.example"));
    }

    [Fact]
    public async Task Too_many_wishes_from_one_address_are_refused_for_a_while()
    {
        for (var i = 0; i < 5; i++)
            await AskAsync($"Flood {i} organisation", $"flood{i}@join.example", "198.51.100.7");
        await Assert.ThrowsAsync<TooManyTries>(() => AskAsync("Flood 5 organisation", "flood5@join.example", "198.51.100.7"));
    }

    [Fact]
    public async Task R36_nobody_decides_about_an_organisation_of_their_own_and_no_step_is_skipped()
    {
        var own = await People.OrganisationAsync(site, "Own of the curator", more: o => o.State = OrganisationState.Waiting);
        var curator = new TestPerson("Join own curator", NetworkRole.Curator) { Organisation = own };
        var answer = await site.Browser(curator).SendAsync($"/en/curate/organisations/{own}", $"/en/curate/organisations/{own}", ("decision", "Approve"), ("version", "0"));
        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        var actor = await site.ActorAsync(curator);
        await site.UseCaseAsync<DecideOnOrganisation>(d => Assert.ThrowsAsync<RuleBroken>(() => d.RunAsync(own, OrganisationDecision.Approve, "", 0, actor, Cancel)));
        Assert.Equal(OrganisationState.Waiting, await site.AskAsync(db => db.Organisations.Where(o => o.Id == own).Select(o => o.State).SingleAsync(Cancel)));

        var forged = await site.Browser(Curator).SendAsync($"/en/curate/organisations/{own}", $"/en/curate/organisations/{own}", ("decision", "nothing"), ("version", "0"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        // A plain account at the use case itself, and steps out of their order.
        var plain = await site.ActorAsync(new("Join plain"));
        await site.UseCaseAsync<DecideOnOrganisation>(d => Assert.ThrowsAsync<NotAllowed>(() => d.RunAsync(own, OrganisationDecision.Approve, "", 0, plain, Cancel)));
        foreach (var (state, decision) in Enum.GetValues<OrganisationState>().SelectMany(s => Enum.GetValues<OrganisationDecision>().Select(d => (s, d))))
            Assert.False(OrganisationSteps.After(decision, state, closingAsked: false) is OrganisationState.Closed && decision != OrganisationDecision.Refuse, $"{state} {decision}");
    }

    [Fact]
    public async Task A_curator_asks_back_and_only_curators_read_the_answer()
    {
        var token = await AskAsync("Asked back organisation", "asked@join.example");
        await site.UseCaseAsync<ConfirmJoin>(c => c.RunAsync(token, null, Cancel));
        var organisation = await site.AskAsync(db => db.Organisations.SingleAsync(o => o.Name == "Asked back organisation", Cancel));
        await DecideAsync(organisation.Id, "Ask", "Who is your mayor?");
        var account = await site.AskAsync(db => db.Memberships.Where(m => m.OrganisationId == organisation.Id).Select(m => m.AccountId).SingleAsync(Cancel));
        var manager = new Actor("Join asker") { AccountId = account, Organisations = new Dictionary<Guid, OrganisationRole> { [organisation.Id] = OrganisationRole.Manager } };
        await site.UseCaseAsync<AnswerCurators>(a => a.RunAsync(organisation.Id, "It is in the register of mayors.", manager, Cancel));
        Assert.Contains("It is in the register of mayors.", await site.Browser(Curator).TextAsync($"/en/curate/organisations/{organisation.Id}"), StringComparison.Ordinal);
        await DecideAsync(organisation.Id, "Approve");
        Assert.DoesNotContain("register of mayors", await site.Visitor().TextAsync($"/en/organisations/{organisation.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closing_for_ever_takes_two_people()
    {
        var id = await People.OrganisationAsync(site, "To be closed by two");
        var (first, second) = (await site.ActorAsync(Curator), await site.ActorAsync(new("Join second curator", NetworkRole.Curator)));
        await site.UseCaseAsync<DecideOnOrganisation>(d => d.RunAsync(id, OrganisationDecision.AskToClose, "Merged", 0, first, Cancel));
        await site.UseCaseAsync<DecideOnOrganisation>(d => Assert.ThrowsAsync<RuleBroken>(() => d.RunAsync(id, OrganisationDecision.Close, "", 1, first, Cancel)));
        await site.UseCaseAsync<DecideOnOrganisation>(d => d.RunAsync(id, OrganisationDecision.Close, "", 1, second, Cancel));
        Assert.Equal(404, await site.Visitor().StatusAsync($"/en/organisations/{id}"));
    }

    [Fact]
    public async Task R33_a_suspended_organisation_acts_no_more_at_once_and_its_page_says_so()
    {
        var id = await People.OrganisationAsync(site, "Suspended at once");
        var member = site.Browser(new TestPerson("Join suspended member") { Organisation = id });
        Assert.Equal(200, await member.StatusAsync($"/en/organisations/{id}/edit"));
        await DecideAsync(id, "Suspend", "It used a false name.");
        Assert.Equal(404, await member.StatusAsync($"/en/organisations/{id}/edit"));
        Assert.Contains("It used a false name.", await site.Visitor().TextAsync($"/en/organisations/{id}"), StringComparison.Ordinal);
        await DecideAsync(id, "Lift");
        Assert.Equal(200, await member.StatusAsync($"/en/organisations/{id}/edit"));
    }

    private async Task DecideAsync(Guid id, string decision, string words = "")
    {
        var version = await site.AskAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.Version).SingleAsync(Cancel));
        var answer = await site.Browser(Curator).SendAsync($"/en/curate/organisations/{id}", $"/en/curate/organisations/{id}",
            ("decision", decision), ("words", words), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>Asks and returns the secret of the link.</summary>
    private async Task<string> AskAsync(string name, string mail, string? network = null)
    {
        await site.UseCaseAsync<AskToJoin>(ask => ask.RunAsync(
            new() { Name = name, ActorType = "MUNICIPALITY", Country = "BG", PlaceName = "Joinham", Why = "We want to learn.", AskerName = "Join asker", Mail = mail, Language = "en" },
            network ?? name, Actor.Visitor, Cancel));
        return await site.LinkAsync(mail, "/join/");
    }

    private HttpClient Signed(HttpClient browser, HttpResponseMessage answer)
    {
        var cookie = answer.Headers.GetValues("Set-Cookie").First(c => c.StartsWith("patrin=", StringComparison.Ordinal)).Split(';')[0];
        var signed = site.Visitor();
        signed.DefaultRequestHeaders.Add("Cookie", cookie);
        return signed;
    }
}
