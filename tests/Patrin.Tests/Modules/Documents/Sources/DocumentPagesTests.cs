using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Documents.Review;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Documents.Sources;

public sealed class DocumentPagesOnSqlite(SqliteDocuments site) : DocumentPagesTests(site), IClassFixture<SqliteDocuments>;

public sealed class DocumentPagesOnPostgres(PostgresDocuments site) : DocumentPagesTests(site), IClassFixture<PostgresDocuments>;

public abstract class DocumentPagesTests(Site site)
{
    private static int _places;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/sources/{0}")]
    [InlineData("/claims/{0}")]
    [InlineData("/claims/{0}.json")]
    [InlineData("/sources/{0}.txt")]
    [InlineData("/import/{0}")]
    [InlineData("/import/{0}/differences")]
    [InlineData("/import?replaces={0}")]
    public async Task A_missing_record_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(string.Format(null, path, Guid.NewGuid()))).StatusCode);

    [Theory]
    [InlineData("/import")]
    [InlineData("/import/{0}")]
    [InlineData("/import/{0}/differences")]
    public async Task Pages_for_curators_are_closed_to_others(string path)
    {
        var id = await ImportAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await GetAsync(string.Format(null, path, id), asVisitor: true)).StatusCode);
    }

    [Fact]
    public async Task R51_nothing_is_public_before_a_person_has_accepted_it()
    {
        var id = await ImportAsync();
        var claim = await FirstAsync(id, ClaimKind.Population);
        foreach (var path in new[] { DocumentLinks.Source(id), DocumentLinks.Text(id), DocumentLinks.Claim(claim.Id), DocumentLinks.ClaimJson(claim.Id) })
            Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(path, asVisitor: true)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync($"/api/v1/claims?document={id}&state=proposed", asVisitor: true)).StatusCode);
        Assert.DoesNotContain(id.ToString(), await (await GetAsync("/sources", asVisitor: true)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await DecideAsync(new(claim.Id, 1, DecisionKind.Accept));
        foreach (var path in new[] { DocumentLinks.Source(id), DocumentLinks.Text(id), DocumentLinks.Claim(claim.Id), DocumentLinks.ClaimJson(claim.Id) })
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(path, asVisitor: true)).StatusCode);
        var other = await FirstAsync(id, ClaimKind.Challenge);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(DocumentLinks.Claim(other.Id), asVisitor: true)).StatusCode);
    }

    [Fact]
    public async Task Small_numbers_of_people_stay_out_of_public_pages_and_data()
    {
        var place = new TestPlace($"sk-small-{Interlocked.Increment(ref _places)}", "Smalltown", "SK");
        var document = await TestData.PlaceAsync(site, place, "There are 7 Roma residents among 900 residents.",
            new TestClaim(ClaimKind.RomaPopulation, "7 Roma residents") { Value = 7 }, new TestClaim(ClaimKind.Population, "900 residents") { Value = 900 });
        var claim = await FirstAsync(document, ClaimKind.RomaPopulation);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(DocumentLinks.Claim(claim.Id), asVisitor: true)).StatusCode);
        var json = await (await GetAsync($"/api/v1/claims?document={document}", asVisitor: true)).Content.ReadAsStringAsync(Cancel);
        Assert.DoesNotContain("7 Roma", json, StringComparison.Ordinal);
        Assert.Contains("900 residents", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_page_marks_every_passage_and_its_chips_lead_to_the_claims()
    {
        var id = await ImportAsync();
        var page = await site.PageAsync(DocumentLinks.Source(id));
        var claims = await site.ReadAsync(db => db.Claims.AsNoTracking().Where(c => c.DocumentId == id).ToListAsync(Cancel));
        var text = page.QuerySelector("article.doc")!;
        foreach (var claim in claims)
        {
            var chip = text.QuerySelector($"#c-{claim.Id:N}");
            Assert.NotNull(chip);
            Assert.Equal("/en" + DocumentLinks.Claim(claim.Id), chip.GetAttribute("href"));
        }

        Assert.Contains("👪", text.TextContent, StringComparison.Ordinal);
        Assert.Contains(text.QuerySelectorAll("mark.claim"), m => m.TextContent.Contains("12,400", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_long_document_comes_in_parts_and_a_claim_leads_to_its_part()
    {
        var name = NewName();
        var filler = string.Concat(Enumerable.Repeat("The weather in the hills is mild and the roads are good. ", 900));
        var id = (await site.ImportAsync(DocumentsSite.Profile(name) + filler + $"\n\n{name} has a plan for housing from 2014 to 2020.\n\n## Challenges\n- Housing conditions are poor.\n")).Document;
        var last = (await site.ReadAsync(db => db.Claims.AsNoTracking().Where(c => c.DocumentId == id).OrderBy(c => c.QuoteStart).ToListAsync(Cancel)))[^1];
        var first = await site.PageAsync(DocumentLinks.Source(id));
        Assert.Null(first.GetElementById($"c-{last.Id:N}"));
        Assert.NotNull(first.QuerySelector("nav.pages"));
        var link = DocumentLinks.Passage(id, last.Id);
        Assert.NotNull((await site.PageAsync(link[..link.IndexOf('#', StringComparison.Ordinal)])).GetElementById($"c-{last.Id:N}"));
    }

    [Fact]
    public async Task The_list_is_found_by_title_without_diacritics()
    {
        var id = (await site.ImportAsync(DocumentsSite.Profile(NewName()), b => b.Title = "Județul Bistrița-Năsăud")).Document;
        var page = await site.PageAsync("/sources?q=bistrita%20nasaud");
        Assert.NotNull(page.QuerySelector($"a[href='/en{DocumentLinks.Source(id)}']"));
        Assert.Contains("No document fits", (await site.PageAsync("/sources?q=zzzzzz")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_claim_is_pointed_at_by_selectors_that_fit_the_text()
    {
        var id = await ImportAsync();
        await site.UseAsync<AcceptClearClaims>(a => a.RunAsync(id, null, People.Curator, Cancel));
        var text = (await (await GetAsync(DocumentLinks.Text(id))).Content.ReadAsStringAsync(Cancel)).EnumerateRunes().ToArray();
        using var list = JsonDocument.Parse(await (await GetAsync($"/api/v1/claims?document={id}&size=100")).Content.ReadAsStringAsync(Cancel));
        Assert.NotEqual(0, list.RootElement.GetProperty("total").GetInt32());
        foreach (var claim in list.RootElement.GetProperty("claims").EnumerateArray())
        {
            using var one = JsonDocument.Parse(await (await GetAsync(claim.GetProperty("page").GetString() + ".json")).Content.ReadAsStringAsync(Cancel));
            var selectors = one.RootElement.GetProperty("target").GetProperty("selector");
            var exact = selectors[0].GetProperty("exact").GetString()!;
            var (start, end) = (selectors[1].GetProperty("start").GetInt32(), selectors[1].GetProperty("end").GetInt32());
            Assert.Equal(exact, string.Concat(text[start..end].Select(r => r.ToString())));
            Assert.EndsWith(selectors[0].GetProperty("prefix").GetString()!, string.Concat(text[..start].Select(r => r.ToString())), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/api/v1/claims?kind=nonsense")]
    [InlineData("/api/v1/claims?state=nonsense")]
    [InlineData("/api/v1/claims?document=nonsense")]
    public async Task A_question_the_API_does_not_know_is_a_bad_request(string path) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await GetAsync(path)).StatusCode);

    [Fact]
    public async Task A_claim_page_shows_the_passage_and_what_happened()
    {
        var id = await ImportAsync();
        var claim = await FirstAsync(id, ClaimKind.Population);
        await DecideAsync(new(claim.Id, 1, DecisionKind.Reject) { Reason = "Counted twice" });
        var page = await site.PageAsync(DocumentLinks.Claim(claim.Id));
        Assert.Equal(claim.Quote, page.QuerySelector(".passage mark")!.TextContent);
        Assert.Contains("Counted twice", page.QuerySelector(".twig")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, bool asVisitor = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path.StartsWith("/api", StringComparison.Ordinal) ? path : "/en" + path, UriKind.Relative));
        return await (asVisitor ? site.Visitor() : site.Browser()).SendAsync(request, Cancel);
    }

    private static string NewName() => $"Kovac{(char)('a' + Interlocked.Increment(ref _places))}ovce";

    private async Task<Guid> ImportAsync() => (await site.ImportAsync(DocumentsSite.Profile(NewName()))).Document;

    private Task<Claim> FirstAsync(Guid document, ClaimKind kind) => site.ReadAsync(db => db.Claims.AsNoTracking().OrderBy(c => c.Number).FirstAsync(c => c.DocumentId == document && c.Kind == kind, Cancel));

    private Task DecideAsync(Decision decision) => site.UseAsync<DecideOnClaims>(d => d.RunAsync(decision, People.Curator, Cancel));
}
