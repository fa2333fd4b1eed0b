using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Import;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Documents.Review;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Documents.Review;

public sealed class ReviewPageOnSqlite(SqliteDocuments site) : ReviewPageTests(site), IClassFixture<SqliteDocuments>;

public sealed class ReviewPageOnPostgres(PostgresDocuments site) : ReviewPageTests(site), IClassFixture<PostgresDocuments>;

/// <summary>The way from a pasted text to decided claims, through forms alone.</summary>
public abstract class ReviewPageTests(Site site)
{
    private static int _places;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task J1_a_pasted_text_leads_to_its_review_with_one_card_a_claim()
    {
        var posted = await site.PostAsync("/en/import", "/en/import", ("Form.Text", DocumentsSite.Profile(NewName()).ReplaceLineEndings("\r\n")), ("Form.Title", "A pasted page"), ("Form.ReadOn", "2026-11-02"));
        Assert.Equal(HttpStatusCode.Found, posted.StatusCode);
        var path = posted.Headers.Location!.ToString();
        Assert.StartsWith("/en/import/", path, StringComparison.Ordinal);
        var page = await site.PageAsync(path[3..]);
        var cards = page.QuerySelectorAll("[data-claim]");
        Assert.NotEmpty(cards);
        Assert.All(cards, c => Assert.NotNull(c.QuerySelector("[data-do=accept]")));
        Assert.All(cards, c => Assert.NotNull(page.GetElementById("c-" + c.Id![2..])));
    }

    [Fact]
    public async Task An_uploaded_file_is_read_and_the_same_file_again_is_said_to_be_there()
    {
        var text = DocumentsSite.Profile(NewName());
        var first = await UploadAsync(text, "page.md");
        var second = await UploadAsync(text, "page.md");
        Assert.Equal(HttpStatusCode.Found, first.StatusCode);
        Assert.Equal(first.Headers.Location + "?already=true", second.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("", "", "", "Form_Text", "Paste the text here, or choose a file below.")]
    [InlineData("Some text.", "", "", "Form_Title", "Write a title, so that others know which text it is.")]
    [InlineData("Some text.", "A title", "ftp://example.org", "Form_Address", "Write the full address, beginning with https://")]
    public async Task A_form_that_lacks_something_comes_back_with_the_error_beside_its_field(string text, string title, string address, string field, string message)
    {
        var posted = await site.PostAsync("/en/import", "/en/import", ("Form.Text", text), ("Form.Title", title), ("Form.Address", address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        var page = Html.Parse(await posted.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(message, page.GetElementById(field + "-err")?.TextContent);
        Assert.Contains(page.QuerySelectorAll(".errsum a"), a => a.GetAttribute("href") == "#" + field);
        if (text.Length > 0)
            Assert.Equal(text, page.GetElementById("Form_Text")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_file_above_the_limit_is_refused_by_its_size()
    {
        using var content = new ByteArrayContent(new byte[ImportModel.UploadMost + 1]);
        var posted = await site.Browser().PostAsync(new Uri("/en/import", UriKind.Relative), content, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, posted.StatusCode);
        Assert.Contains("too large", await posted.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_refused()
    {
        var posted = await site.PostAsync("/en/import", "/en/import", ("Form.Text", "Text."), ("Form.Title", new string('x', SourceDocument.TitleMax + 1)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
    }

    [Fact]
    public async Task Accepting_comes_back_to_the_same_claim_with_a_way_to_undo()
    {
        var id = await ImportAsync();
        var claim = await FirstAsync(id, ClaimKind.Population);
        var posted = await DecideAsync(id, claim, "accept", ("back", "show=open"));
        Assert.Equal($"/en/import/{id}?show=open&claim={claim.Id}#k-{claim.Id:N}", posted.Headers.Location!.ToString());
        var page = await site.PageAsync($"/import/{id}?show=open&claim={claim.Id}");
        var card = page.GetElementById($"k-{claim.Id:N}")!;
        Assert.NotNull(card.QuerySelector("[data-do=undo]"));
        Assert.Equal("1", page.QuerySelector("progress")!.GetAttribute("value"));
        await DecideAsync(id, await ClaimAsync(claim.Id), "reopen");
        Assert.Equal(ClaimState.Proposed, (await ClaimAsync(claim.Id)).State);
    }

    [Fact]
    public async Task A_form_never_leads_to_another_site()
    {
        var id = await ImportAsync();
        var posted = await DecideAsync(id, await FirstAsync(id, ClaimKind.Population), "accept", ("back", "https://evil.example/?x=1&show=open"));
        Assert.StartsWith($"/en/import/{id}?", posted.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil", posted.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejecting_without_a_reason_shows_the_claim_again_with_its_reason_box_open()
    {
        var id = await ImportAsync();
        var claim = await FirstAsync(id, ClaimKind.Population);
        var posted = await DecideAsync(id, claim, "reject");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        var card = Html.Parse(await posted.Content.ReadAsStringAsync(Cancel)).GetElementById($"k-{claim.Id:N}")!;
        Assert.NotNull(card.QuerySelector("details[open] #Reason"));
    }

    [Fact]
    public async Task A_correction_that_is_wrong_keeps_what_was_typed()
    {
        var id = await ImportAsync();
        var claim = await FirstAsync(id, ClaimKind.Population);
        Assert.NotNull((await site.PageAsync($"/import/{id}?correct={claim.Id}")).QuerySelector("form.correct #Low"));
        var posted = await DecideAsync(id, claim, "correct", ("Subject", claim.SubjectKey), ("Low", "many"), ("High", "13,000"), ("Scope", "PLACE"), ("Unit", "PERSONS"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, posted.StatusCode);
        var form = Html.Parse(await posted.Content.ReadAsStringAsync(Cancel)).QuerySelector("form.correct")!;
        Assert.Equal("many", form.QuerySelector("#Low")!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector(".field.bad #Low"));
        var again = await DecideAsync(id, claim, "correct", ("Subject", claim.SubjectKey), ("Low", "12,500"), ("High", "13,000"), ("Scope", "PLACE"), ("Unit", "PERSONS"));
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.Equal((12_500m, 13_000m), ((await ClaimAsync(claim.Id)).Low!.Value, (await ClaimAsync(claim.Id)).High!.Value));
    }

    [Fact]
    public async Task R12_the_loser_of_a_race_sees_both_decisions()
    {
        var id = await ImportAsync();
        var claim = await FirstAsync(id, ClaimKind.Population);
        await site.UseAsync<DecideOnClaims>(d => d.RunAsync(new(claim.Id, 1, DecisionKind.Reject) { Reason = "Not ours" }, People.Curator with { Name = "Faster curator" }, Cancel));
        var posted = await DecideAsync(id, claim, "accept");
        Assert.Equal(HttpStatusCode.Conflict, posted.StatusCode);
        var card = Html.Parse(await posted.Content.ReadAsStringAsync(Cancel)).GetElementById($"k-{claim.Id:N}")!;
        Assert.Contains("Faster curator", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", card.QuerySelector("input[name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task All_clear_claims_are_accepted_after_a_question_and_can_be_undone()
    {
        var id = await ImportAsync();
        var asked = await site.PageAsync($"/import/{id}?confirm=clear");
        Assert.NotNull(asked.QuerySelector("#confirm button"));
        var posted = await site.PostAsync($"/en/import/{id}", $"/en/import/{id}?handler=clear");
        var page = await site.PageAsync(posted.Headers.Location!.ToString()[3..]);
        var batch = page.QuerySelector("form[action$='handler=undo'] input[name=batch]")!.GetAttribute("value")!;
        await site.PostAsync($"/en/import/{id}", $"/en/import/{id}?handler=undo", ("batch", batch));
        Assert.False(await site.ReadAsync(db => db.Claims.AnyAsync(c => c.DocumentId == id && c.State == ClaimState.Accepted, Cancel)));
    }

    [Fact]
    public async Task R36_who_read_a_document_in_cannot_accept_all_of_it_at_once()
    {
        var posted = await site.PostAsync("/en/import", "/en/import", ("Form.Text", DocumentsSite.Profile(NewName())), ("Form.Title", "Mine"));
        var review = posted.Headers.Location!.ToString();
        var page = await site.PageAsync(review[3..] + "?confirm=clear");
        Assert.Null(page.QuerySelector("#confirm"));
        var refused = await site.PostAsync(review, review + "?handler=clear");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var id = Guid.Parse(review.Split('/')[^1]);
        Assert.False(await site.ReadAsync(db => db.Claims.AnyAsync(c => c.DocumentId == id && c.State == ClaimState.Accepted, Cancel)));
    }

    [Fact]
    public async Task A_new_version_shows_what_changed_in_the_claims()
    {
        var name = NewName();
        var first = (await site.ImportAsync(DocumentsSite.Profile(name))).Document;
        await site.UseAsync<AcceptClearClaims>(a => a.RunAsync(first, null, People.Curator, Cancel));
        var posted = await site.PostAsync($"/en/import?replaces={first}", "/en/import",
            ("Form.Text", DocumentsSite.Profile(name, residents: "13,700")), ("Form.Title", "Newer"), ("Form.Supersedes", first.ToString()));
        var page = await site.PageAsync(posted.Headers.Location!.ToString()[3..]);
        Assert.Contains("differences", posted.Headers.Location!.ToString(), StringComparison.Ordinal);
        var row = page.QuerySelector("section[aria-labelledby=changed] tbody tr")!;
        Assert.Contains("12,400", row.QuerySelectorAll("td")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("13,700", row.QuerySelectorAll("td")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_without_a_form_token_is_refused()
    {
        var id = await ImportAsync();
        using var empty = new FormUrlEncodedContent([]);
        var posted = await site.Browser().PostAsync(new Uri($"/en/import/{id}?handler=clear", UriKind.Relative), empty, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
    }

    private Task<HttpResponseMessage> DecideAsync(Guid document, Claim claim, string what, params (string, string)[] more) => site.PostAsync(
        $"/en/import/{document}", $"/en/import/{document}?handler=decide",
        [("claim", claim.Id.ToString()), ("version", claim.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("what", what), .. more]);

    private async Task<HttpResponseMessage> UploadAsync(string text, string name)
    {
        var browser = site.Browser();
        var page = Html.Parse(await (await browser.GetAsync(new Uri("/en/import", UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel));
        using var content = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(text), "Form.File", name },
        };
        return await browser.PostAsync(new Uri("/en/import", UriKind.Relative), content, Cancel);
    }

    private static string NewName() => $"Lipn{(char)('a' + Interlocked.Increment(ref _places))}nica";

    private async Task<Guid> ImportAsync() => (await site.ImportAsync(DocumentsSite.Profile(NewName()))).Document;

    private Task<Claim> FirstAsync(Guid document, ClaimKind kind) => site.ReadAsync(db => db.Claims.AsNoTracking().OrderBy(c => c.Number).FirstAsync(c => c.DocumentId == document && c.Kind == kind, Cancel));

    private Task<Claim> ClaimAsync(Guid id) => site.ReadAsync(db => db.Claims.AsNoTracking().SingleAsync(c => c.Id == id, Cancel));
}
