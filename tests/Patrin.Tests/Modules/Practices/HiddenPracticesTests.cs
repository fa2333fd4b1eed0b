using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Practices;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Practices;

public sealed class HiddenPracticesOnSqlite(SqliteSite site) : HiddenPracticesTests(site), IClassFixture<SqliteSite>;

public sealed class HiddenPracticesOnPostgres(PostgresSite site) : HiddenPracticesTests(site), IClassFixture<PostgresSite>;

/// <summary>What nobody but its editors may read stands on no public page and in no count.</summary>
public abstract class HiddenPracticesTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Drafts_declined_and_hidden_records_leak_nowhere()
    {
        site.Visitor().Dispose();
        var place = "xx-" + Guid.NewGuid().ToString("N")[..8];
        await TestData.PlaceAsync(site, new(place, place, "BG"), "Its children leave school early.", new TestClaim(ClaimKind.Challenge, "leave school early") { Codes = ["EDU-02"] });
        await AddAsync("never-sent", place, p => p.Write(Content("Secret draft", place)));
        await AddAsync("was-declined", place, p =>
        {
            p.Show(Content("Secret declined", place));
            p.MoveTo(PracticeStatus.Submitted, "practice.submit", Actor.System, DateTime.UnixEpoch);
            p.MoveTo(PracticeStatus.Declined, "practice.decline", Actor.System, DateTime.UnixEpoch, "HARMFUL_WORDING");
        });
        await AddAsync("was-hidden", place, p =>
        {
            p.Show(Content("Secret hidden", place));
            p.MoveTo(PracticeStatus.Published, "practice.publish", Actor.System, DateTime.UnixEpoch);
            p.HiddenAt = DateTime.UnixEpoch;
        });
        await AddAsync("in-sight", place, p =>
        {
            p.Show(Content("Open record", place));
            p.MoveTo(PracticeStatus.Published, "practice.publish", Actor.System, DateTime.UnixEpoch);
            p.Write(Content("Secret next version", place) with { Areas = ["HOU"], Elements = [new() { Number = 1, Title = "Secret element" }, new() { Number = 2, Title = "Secret element" }] });
        });

        foreach (var path in new[] { "/practices", "/practices?sort=newest", "/practices?q=hidden", "/practices?area=HOU", "/practices/in-sight", "/practices/in-sight/elements/1", "/places/" + place })
        {
            foreach (var who in new[] { site.Visitor(), site.Browser() })
                Assert.DoesNotContain("secret", await HtmlAsync(who, path), StringComparison.OrdinalIgnoreCase);
        }

        foreach (var path in new[] { "/practices/never-sent", "/practices/was-declined", "/practices/was-hidden", "/practices/never-sent/elements/1", "/practices/was-hidden/elements/1", "/practices/in-sight/elements/2" })
        {
            foreach (var who in new[] { site.Visitor(), site.Browser() })
                Assert.Equal(404, (int)(await who.GetAsync(new Uri("/en" + path, UriKind.Relative), Cancel)).StatusCode);
        }

        var list = await site.PageAsync("/practices?country=BG");
        Assert.StartsWith("1 of ", list.QuerySelector("[data-count]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1"], list.QuerySelectorAll("input[name=area]").Select(b => b.ParentElement!.QuerySelector(".n")!.TextContent));
    }

    [Fact]
    public async Task A_list_sees_a_change_at_once_and_an_archived_record_only_by_its_address()
    {
        site.Visitor().Dispose();
        await AddAsync("comes-and-goes", null, p =>
        {
            p.Show(Content("Comes and goes", null) with { Country = "SE" });
            p.MoveTo(PracticeStatus.Published, "practice.publish", Actor.System, DateTime.UnixEpoch);
        });
        Assert.Contains("Comes and goes", await HtmlAsync(site.Visitor(), "/practices?country=SE"), StringComparison.Ordinal);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var practice = scope.ServiceProvider.GetRequiredService<AppDbContext>().Practices.Single(p => p.Slug == "comes-and-goes");
            practice.MoveTo(PracticeStatus.Archived, "practice.archive", Actor.System, DateTime.UnixEpoch);
            await scope.ServiceProvider.GetRequiredService<KeepPractice>().SaveAsync(practice, Cancel);
        }

        Assert.DoesNotContain("Comes and goes", await HtmlAsync(site.Visitor(), "/practices?country=SE"), StringComparison.Ordinal);
        Assert.Contains("Archived", await HtmlAsync(site.Visitor(), "/practices/comes-and-goes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_cannot_break_out_of_its_data_block()
    {
        site.Visitor().Dispose();
        await AddAsync("breaks-out", null, p =>
        {
            p.Show(Content("</script><script src=x>alert(1)</script>", null) with { Country = "IT" });
            p.MoveTo(PracticeStatus.Submitted, "practice.submit", Actor.System, DateTime.UnixEpoch);
        });
        var page = await site.PageAsync("/practices/breaks-out");
        Assert.Equal(["application/ld+json", null, null, null], page.QuerySelectorAll("script").Select(s => s.GetAttribute("type")));
        Assert.DoesNotContain("<script src=x>", await HtmlAsync(site.Visitor(), "/practices/breaks-out"), StringComparison.Ordinal);
    }

    private static PracticeContent Content(string title, string? place) => new()
    {
        Title = title, Summary = title, Country = "BG", Place = title, PlaceKey = place, Areas = ["EDU"], Challenges = ["EDU-02"], Interventions = ["INT-02"],
        TargetGroups = ["ALL_RESIDENTS"], Approach = "MAINSTREAM", Owner = new() { Name = title, Type = "MUNICIPALITY" }, WhatWasDone = title,
        Elements = [new() { Number = 1, Title = title, Type = "JOB_ROLE", Fidelity = "CORE" }], LastElement = 1,
    };

    private async Task AddAsync(string slug, string? place, Action<Practice> live)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var practice = new Practice { Slug = slug, PlaceKey = place, CreatedAt = DateTime.UnixEpoch };
        live(practice);
        await scope.ServiceProvider.GetRequiredService<KeepPractice>().SaveAsync(practice, Cancel);
    }

    private static async Task<string> HtmlAsync(HttpClient browser, string path)
    {
        var answer = await browser.GetAsync(new Uri("/en" + path, UriKind.Relative), Cancel);
        Assert.True(answer.IsSuccessStatusCode, path + " answered " + (int)answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
