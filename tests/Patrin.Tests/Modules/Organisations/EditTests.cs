using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Organisations;
using Patrin.Modules.People.Organisations.Edit;
using Patrin.Platform.Access;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Organisations;

public sealed class EditOnSqlite(SqliteSite site) : EditTests(site), IClassFixture<SqliteSite>;

public sealed class EditOnPostgres(PostgresSite site) : EditTests(site), IClassFixture<PostgresSite>;

public abstract class EditTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_is_public_with_its_versions_and_without_names()
    {
        var (id, browser, _) = await OrganisationAsync("Edited once");
        Assert.Equal($"/en/organisations/{id}", (await SaveAsync(browser, id, "Edited once", "We run a house for learning.", 0)).Headers.Location?.OriginalString);
        var versions = await site.Visitor().TextAsync($"/en/organisations/{id}/versions");
        Assert.Contains("We run a house for learning.", versions, StringComparison.Ordinal);
        Assert.Contains("Version 2", versions, StringComparison.Ordinal);
        Assert.DoesNotContain("Publisher of", versions, StringComparison.Ordinal);
        Assert.Contains("We run a house for learning.", await site.Visitor().TextAsync($"/api/v1/organisations/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R12_who_saves_second_is_told_and_sees_both_versions()
    {
        var (id, browser, _) = await OrganisationAsync("Edited by two");
        await SaveAsync(browser, id, "Edited by two", "The first words.", 0);
        var answer = await SaveAsync(browser, id, "Edited by two", "The second words.", 0);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = Html.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("The first words.", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The second words.", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1", page.QuerySelector("input[name=version]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(browser, id, "Edited by two", "The second words.", 1)).StatusCode);
    }

    [Fact]
    public async Task R12_of_many_who_save_at_once_one_wins_and_all_others_are_told()
    {
        var (id, _, actor) = await OrganisationAsync("Edited by many");
        var faults = await site.RaceAsync<EditOrganisation>(50, (edit, i) =>
            edit.RunAsync(id, new() { Name = "Edited by many", ActorType = "MUNICIPALITY", Country = "BG", About = $"Words {i}" }, 0, actor, Cancel));
        Assert.Equal(1, faults.Count(f => f is null));
        Assert.All(faults.Where(f => f is not null), f => Assert.IsType<ChangedMeanwhile>(f));
        Assert.Equal(1, await site.AskAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.Version).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task R32_an_edit_changes_neither_standing_nor_verification()
    {
        var (id, browser, _) = await OrganisationAsync("Edited by a forger", o => (o.VerifiedAt, o.VerifiedHow) = (new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), "Seen"));
        var page = $"/en/organisations/{id}/edit";
        await browser.SendAsync(page, page, ("Form.Name", "Edited by a forger"), ("Form.ActorType", "MUNICIPALITY"), ("Form.Country", "BG"), ("version", "0"), ("Form.About", "Changed."),
            ("Form.State", "Closed"), ("State", "Closed"), ("Form.VerifiedHow", "By myself"), ("VerifiedHow", "By myself"), ("Form.HiddenAt", "2026-01-01"), ("Form.Id", Guid.NewGuid().ToString()), ("Form.NameKey", "x"));
        var found = await site.AskAsync(db => db.Organisations.SingleAsync(o => o.Id == id, Cancel));
        Assert.Equal((OrganisationState.Active, "Seen", null, "Changed."), (found.State, found.VerifiedHow, found.HiddenAt, found.About));
    }

    [Fact]
    public async Task A_new_name_loses_the_verification_and_one_that_looks_like_another_is_refused()
    {
        await People.OrganisationAsync(site, "Taken name");
        var (id, browser, _) = await OrganisationAsync("First name", o => (o.VerifiedAt, o.VerifiedHow) = (new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), "Seen"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync(browser, id, "Taken  Name", "", 0)).StatusCode);
        await SaveAsync(browser, id, "Second name", "", 0);
        Assert.Null(await site.AskAsync(db => db.Organisations.Where(o => o.Id == id).Select(o => o.VerifiedAt).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task R58_a_person_named_together_with_a_group_is_not_published()
    {
        var (id, browser, _) = await OrganisationAsync("Careful town");
        var refused = await SaveAsync(browser, id, "Careful town", "Ivan Petrov is one of the Roma who moved here.", 0);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("names a person together with a group", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        // Its own telephone number is not a person.
        Assert.Equal(HttpStatusCode.Redirect, (await SaveAsync(browser, id, "Careful town", "Roma and others meet here. Call +359 88 123 4567.", 0)).StatusCode);
    }

    [Fact]
    public async Task Words_to_avoid_are_shown_to_the_writer_and_saved()
    {
        var (id, browser, _) = await OrganisationAsync("Writes words");
        var answer = await SaveAsync(browser, id, "Writes words", "We help gypsies.", 0);
        Assert.Equal($"/en/organisations/{id}/edit?saved=true", answer.Headers.Location?.OriginalString);
        Assert.Contains("gypsies", Html.Parse(await browser.TextAsync($"/en/organisations/{id}/edit?saved=true")).QuerySelector(".note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("We help gypsies.", await site.Visitor().TextAsync($"/en/organisations/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task R35_a_hidden_organisation_is_in_no_outlet()
    {
        const string canary = "Canary Xylophone";
        var id = await People.OrganisationAsync(site, canary, more: o => (o.HiddenAt, o.PlaceName, o.PlaceKey) = (DateTime.UtcNow, "Canaryville", "canaryville"));
        var visitor = site.Visitor();
        foreach (var path in new[] { "/en/organisations", "/en/organisations?country=BG", "/api/v1/organisations", $"/api/v1/organisations/{id}", $"/en/organisations/{id}", $"/en/organisations/{id}/versions" })
            Assert.DoesNotContain(canary, await visitor.TextAsync(path), StringComparison.OrdinalIgnoreCase);
        await site.UseCaseAsync<OrganisationQueries>(async q =>
        {
            Assert.Empty(await q.ByIdsAsync([id], Cancel));
            Assert.Empty(await q.ByPlaceAsync("BG", ["Canaryville"], Cancel));
        });
    }

    [Fact]
    public async Task An_organisation_is_found_by_name_in_another_alphabet_and_by_its_place()
    {
        var id = await People.OrganisationAsync(site, "Община Търговище", more: o =>
            (o.PlaceName, o.PlaceKey, o.Sought) = ("Търговище", OrganisationName.PlaceKey("Търговище"), OrganisationName.Sought(o.Name, "Търговище")));
        Assert.Contains(id.ToString(), await site.Visitor().TextAsync("/en/organisations?q=targovishte"), StringComparison.Ordinal);
        Assert.Contains(id.ToString(), await site.Visitor().TextAsync("/api/v1/organisations?q=ТЪРГОВИЩЕ&country=BG&type=MUNICIPALITY"), StringComparison.Ordinal);
        await site.UseCaseAsync<OrganisationQueries>(async q => Assert.Equal(id, Assert.Single(await q.ByPlaceAsync("BG", ["Targovishte"], Cancel)).Id));
    }

    private async Task<(Guid Id, HttpClient Browser, Actor Actor)> OrganisationAsync(string name, Action<Organisation>? more = null)
    {
        var id = await People.OrganisationAsync(site, name, more: more);
        var publisher = new TestPerson("Publisher of " + name) { Organisation = id, OrganisationRole = OrganisationRole.Publisher };
        return (id, site.Browser(publisher), await site.ActorAsync(publisher));
    }

    private static Task<HttpResponseMessage> SaveAsync(HttpClient browser, Guid id, string name, string about, int version) => browser.SendAsync(
        $"/en/organisations/{id}/edit", $"/en/organisations/{id}/edit", ("Form.Name", name), ("Form.ActorType", "MUNICIPALITY"), ("Form.Country", "BG"), ("Form.About", about),
        ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
