using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Documents.Review;
using Patrin.Platform.Errors;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Documents.Import;

public sealed class ImportOnSqlite(SqliteDocuments site) : ImportTests(site), IClassFixture<SqliteDocuments>;

public sealed class ImportOnPostgres(PostgresDocuments site) : ImportTests(site), IClassFixture<PostgresDocuments>;

public abstract class ImportTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_is_kept_word_for_word_with_its_claims_waiting()
    {
        var text = DocumentsSite.Profile("Brodno");
        var id = (await site.ImportAsync(text)).Document;
        var document = await site.ReadAsync(db => db.Documents.Include(d => d.Parts).Include(d => d.Claims).SingleAsync(d => d.Id == id, Cancel));
        var original = await site.ReadAsync(db => db.DocumentOriginals.SingleAsync(o => o.DocumentId == id, Cancel));
        Assert.Equal(text, string.Concat(document.Parts.OrderBy(p => p.Number).Select(p => p.Text)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(original.Bytes)), document.Sha256);
        Assert.All(document.Claims, c => Assert.Equal(ClaimState.Proposed, c.State));
        Assert.All(document.Claims, c => Assert.Equal(c.Quote, text[c.QuoteStart..c.QuoteEnd]));
        Assert.Contains(document.Claims, c => c is { Kind: ClaimKind.Population, Low: 12_400, High: 12_400 });
        Assert.Contains(document.Claims, c => c is { Kind: ClaimKind.RomaPopulation, Low: 1_300 });
        Assert.Contains(document.Claims, c => c.Kind == ClaimKind.Challenge);
    }

    [Fact]
    public async Task R11_the_same_bytes_again_lead_to_the_document_that_is_there()
    {
        var first = await site.ImportAsync(DocumentsSite.Profile("Twicetown"));
        var second = await site.ImportAsync(DocumentsSite.Profile("Twicetown"), b => b.Title = "Another title");
        Assert.Equal((first.Document, true), (second.Document, second.AlreadyThere));
    }

    [Fact]
    public async Task R11_ten_people_who_send_the_same_file_at_once_get_one_document()
    {
        // The test host starts once, not ten times at once.
        _ = site.Services;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => site.ImportAsync(DocumentsSite.Profile("Crowdville")))));
        Assert.Single(outcomes.Select(o => o.Document).Distinct());
        Assert.Single(outcomes, o => !o.AlreadyThere);
    }

    [Theory]
    [InlineData("", "There is no text in it. Choose another file, or paste the text.")]
    [InlineData("\u0001\u0002\u0000\u0000ELF", "")]
    public async Task R51_a_refused_file_leaves_nothing_behind(string text, string message)
    {
        var before = await CountsAsync();
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => site.ImportAsync(text));
        Assert.Equal("File", refused.Field);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync());
    }

    [Fact]
    public async Task R51_a_crash_in_the_middle_of_an_import_leaves_nothing_behind()
    {
        var first = await site.ImportAsync(DocumentsSite.Profile("Cutoff"));
        await AcceptClearAsync(first.Document);
        var before = await CountsAsync();
        var cut = site.Services.GetRequiredService<PowerCut>();
        cut.IsOn = true;
        try
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => site.ImportAsync(DocumentsSite.Profile("Cutoff", residents: "12,500"), b => b.Supersedes = first.Document));
        }
        finally
        {
            cut.IsOn = false;
        }

        Assert.Equal(before, await CountsAsync());
        Assert.True(await site.ReadAsync(db => db.Documents.Where(d => d.Id == first.Document).Select(d => d.IsCurrent).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_new_version_keeps_decisions_marks_lost_facts_stale_and_proposes_what_changed()
    {
        var first = (await site.ImportAsync(DocumentsSite.Profile("Changeville"))).Document;
        await AcceptClearAsync(first);
        var outcome = await site.ImportAsync(
            DocumentsSite.Profile("Changeville", residents: "12,600", more: "A line was added below.").Replace("- Unemployment is high.\n", "", StringComparison.Ordinal), b => b.Supersedes = first);
        var older = await ClaimsAsync(first);
        var newer = await ClaimsAsync(outcome.Document);

        var roma = Assert.Single(newer, c => c.Kind == ClaimKind.RomaPopulation);
        Assert.Equal((ClaimState.Accepted, Continuity.Same), (roma.State, roma.Continuity));
        Assert.Equal(DecisionKind.CarryOver, Assert.Single(roma.Decisions).Kind);
        Assert.Equal(ClaimState.Replaced, Assert.Single(older, c => c.Id == roma.PreviousId).State);

        var residents = Assert.Single(newer, c => c.Kind == ClaimKind.Population);
        Assert.Equal((ClaimState.Proposed, Continuity.Changed, 12_600m), (residents.State, residents.Continuity, residents.Low));
        Assert.Equal(ClaimState.Stale, Assert.Single(older, c => c.Id == residents.PreviousId).State);

        var lost = older.Where(c => c.Kind == ClaimKind.Challenge && c.Quote.Contains("nemployment", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lost);
        Assert.All(lost, c => Assert.Equal(ClaimState.Stale, c.State));
        Assert.Equal(older.Count(c => c.State == ClaimState.Stale), outcome.Differences!.Stale);
        Assert.False(await site.ReadAsync(db => db.Documents.Where(d => d.Id == first).Select(d => d.IsCurrent).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_correction_and_a_rejection_live_on_in_the_new_version()
    {
        var first = (await site.ImportAsync(DocumentsSite.Profile("Correctown"))).Document;
        var claims = await ClaimsAsync(first);
        var residents = claims.Single(c => c.Kind == ClaimKind.Population);
        var challenge = claims.First(c => c.Kind == ClaimKind.Challenge);
        await DecideAsync(new(residents.Id, residents.Version, DecisionKind.Correct) { Corrected = residents.Reading with { Year = 2011 } });
        await DecideAsync(new(challenge.Id, challenge.Version, DecisionKind.Reject) { Reason = "About the country, not the town" });
        var second = (await site.ImportAsync("Intro.\n\n" + DocumentsSite.Profile("Correctown"), b => b.Supersedes = first)).Document;

        var newer = await ClaimsAsync(second);
        var same = Assert.Single(newer, c => c.PreviousId == residents.Id);
        Assert.Equal((ClaimState.Corrected, 2011), (same.State, same.Year));
        Assert.Null(same.AsRead().Year);
        Assert.Equal(ClaimState.Rejected, Assert.Single(newer, c => c.PreviousId == challenge.Id).State);
        // A third version meets a claim whose correction came from the first: still the same.
        var third = (await site.ImportAsync("Preface.\n\n" + DocumentsSite.Profile("Correctown"), b => b.Supersedes = second)).Document;
        Assert.Equal(2011, Assert.Single(await ClaimsAsync(third), c => c.PreviousId == same.Id).Year);
    }

    [Fact]
    public async Task A_fact_whose_passage_comes_back_is_a_fact_again()
    {
        var first = (await site.ImportAsync(DocumentsSite.Profile("Backagain"))).Document;
        await AcceptClearAsync(first);
        var without = DocumentsSite.Profile("Backagain").Replace("- Unemployment is high.\n", "", StringComparison.Ordinal);
        var second = (await site.ImportAsync(without, b => b.Supersedes = first)).Document;
        var third = (await site.ImportAsync(DocumentsSite.Profile("Backagain", more: "It is so."), b => b.Supersedes = second)).Document;
        Assert.Contains(await ClaimsAsync(third), c => c.Kind == ClaimKind.Challenge && c.IsFact && c.Quote.Contains("nemployment", StringComparison.Ordinal));
        Assert.DoesNotContain(await ClaimsAsync(first), c => c.State == ClaimState.Stale && c.Quote.Contains("nemployment", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_address_about_the_same_place_is_a_new_version_about_another_place_it_is_not()
    {
        const string Address = "https://example.org/profiles";
        var first = await site.ImportAsync(DocumentsSite.Profile("Addressville"), b => b.Address = Address);
        var other = await site.ImportAsync(DocumentsSite.Profile("Othertown"), b => b.Address = Address);
        var newer = await site.ImportAsync(DocumentsSite.Profile("Addressville", roma: "1,400"), b => b.Address = Address);
        Assert.Null(other.Differences);
        Assert.Equal(first.Document, newer.Differences?.Older);
    }

    [Fact]
    public async Task Only_a_current_document_can_be_replaced()
    {
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => site.ImportAsync(DocumentsSite.Profile("Orphan"), b => b.Supersedes = Guid.NewGuid()));
        Assert.Equal("Supersedes", refused.Field);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("not an address")]
    public async Task An_address_that_no_browser_may_open_is_refused(string address)
    {
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => site.ImportAsync(DocumentsSite.Profile("Linktown"), b => b.Address = address));
        Assert.Equal("Address", refused.Field);
    }

    [Fact]
    public async Task Front_matter_names_the_source_and_stays_part_of_the_text()
    {
        var text = "---\ntitle: Sheet of Frontville\npublisher: Office\naddress: javascript:alert(1)\nread-on: 2020-02-03\nlicence: CC_BY_4\n---\n" + DocumentsSite.Profile("Frontville");
        var id = (await site.ImportAsync(text)).Document;
        var document = await site.ReadAsync(db => db.Documents.Include(d => d.Claims).SingleAsync(d => d.Id == id, Cancel));
        Assert.Equal(("Sheet of Frontville", "Office", "", new DateOnly(2020, 2, 3), "CC_BY_4"), (document.Title, document.Publisher, document.Address, document.ReadOn, document.Licence));
        Assert.All(document.Claims, c => Assert.Equal(c.Quote, text[c.QuoteStart..c.QuoteEnd]));
    }

    private Task<List<Claim>> ClaimsAsync(Guid document) => site.ReadAsync(db =>
        db.Claims.AsNoTracking().Include(c => c.Codes).Include(c => c.Decisions).Where(c => c.DocumentId == document).OrderBy(c => c.Number).ToListAsync(Cancel));

    private Task AcceptClearAsync(Guid document) => site.UseAsync<AcceptClearClaims>(a => a.RunAsync(document, null, People.Curator, Cancel));

    private Task DecideAsync(Decision decision) => site.UseAsync<DecideOnClaims>(d => d.RunAsync(decision, People.Curator, Cancel));

    private Task<(int, int, int, int, int)> CountsAsync() => site.ReadAsync(async db => (
        await db.Documents.CountAsync(Cancel), await db.DocumentOriginals.CountAsync(Cancel), await db.DocumentParts.CountAsync(Cancel),
        await db.Claims.CountAsync(Cancel), await db.ClaimDecisions.CountAsync(Cancel)));
}
