using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Documents.Review;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Documents.Review;

public sealed class DecisionsOnSqlite(SqliteDocuments site) : DecisionTests(site), IClassFixture<SqliteDocuments>;

public sealed class DecisionsOnPostgres(PostgresDocuments site) : DecisionTests(site), IClassFixture<PostgresDocuments>;

public abstract class DecisionTests(Site site)
{
    private static int _places;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R12_of_many_curators_who_decide_at_once_one_wins_and_the_others_are_told()
    {
        var claim = await ProposedAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            try
            {
                await DecideAsync(i % 2 == 0 ? new(claim.Id, 1, DecisionKind.Accept) : new(claim.Id, 1, DecisionKind.Reject) { Reason = "no" });
                return true;
            }
            catch (ClaimChanged)
            {
                return false;
            }
        })));
        Assert.Single(results, won => won);
        var after = await ClaimAsync(claim.Id);
        Assert.Equal((2, 1), (after.Version, after.Decisions.Count));
    }

    [Fact]
    public async Task A_correction_keeps_what_was_read_and_undo_brings_it_back()
    {
        var claim = await ProposedAsync();
        await DecideAsync(new(claim.Id, 1, DecisionKind.Correct) { Corrected = claim.Reading with { Low = 12_000, High = 13_000, Year = 2016 }, Reason = "See the table" });
        var corrected = await ClaimAsync(claim.Id);
        Assert.Equal((ClaimState.Corrected, 12_000m, 13_000m, 2016), (corrected.State, corrected.Low, corrected.High, corrected.Year));
        Assert.True(claim.Reading.Says(corrected.AsRead()));
        await DecideAsync(new(claim.Id, 2, DecisionKind.Correct) { Corrected = corrected.Reading with { Year = 2017 } });
        await DecideAsync(new(claim.Id, 3, DecisionKind.Reopen));
        var reopened = await ClaimAsync(claim.Id);
        Assert.Equal(ClaimState.Proposed, reopened.State);
        Assert.True(claim.Reading.Says(reopened.Reading));
        Assert.Equal([DecisionKind.Correct, DecisionKind.Correct, DecisionKind.Reopen], reopened.Decisions.OrderBy(d => d.Version).Select(d => d.Kind));
    }

    [Fact]
    public async Task Codes_can_be_exchanged_and_come_back_with_undo()
    {
        var claim = await ProposedAsync(ClaimKind.Challenge);
        await DecideAsync(new(claim.Id, 1, DecisionKind.Correct) { Corrected = claim.Reading with { Codes = ["HOU-01"] } });
        Assert.Equal("HOU-01", Assert.Single((await ClaimAsync(claim.Id)).Codes).Code);
        await DecideAsync(new(claim.Id, 2, DecisionKind.Reopen));
        Assert.Equal(claim.Reading.Codes, (await ClaimAsync(claim.Id)).Reading.Codes);
    }

    [Fact]
    public async Task A_rejection_needs_a_reason()
    {
        var claim = await ProposedAsync();
        Assert.Equal("Reason", (await RefusedAsync(new(claim.Id, 1, DecisionKind.Reject))).Field);
        Assert.Equal(ClaimState.Proposed, (await ClaimAsync(claim.Id)).State);
    }

    [Theory]
    [InlineData("Low", -1.0, 5.0, null)]
    [InlineData("High", 9.0, 5.0, null)]
    [InlineData("High", 9.0, 1e12, null)]
    [InlineData("Year", 9.0, 9.0, 99)]
    public async Task A_correction_that_cannot_be_right_is_refused_beside_its_field(string field, double low, double high, int? year)
    {
        var claim = await ProposedAsync();
        var refused = await RefusedAsync(new(claim.Id, 1, DecisionKind.Correct) { Corrected = claim.Reading with { Low = (decimal)low, High = (decimal)high, Year = year } });
        Assert.Equal(field, refused.Field);
    }

    [Fact]
    public async Task A_correction_with_an_unknown_code_or_place_is_refused()
    {
        var claim = await ProposedAsync(ClaimKind.Challenge);
        Assert.Equal("Codes", (await RefusedAsync(new(claim.Id, 1, DecisionKind.Correct) { Corrected = claim.Reading with { Codes = ["XXX-99"] } })).Field);
        Assert.Equal("Codes", (await RefusedAsync(new(claim.Id, 1, DecisionKind.Correct) { Corrected = claim.Reading with { Codes = ["INT-01"] } })).Field);
        Assert.Equal("Subject", (await RefusedAsync(new(claim.Id, 1, DecisionKind.Correct) { Corrected = claim.Reading with { Subject = "ro-elsewhere" } })).Field);
    }

    [Fact]
    public async Task A_correction_that_changes_nothing_is_refused()
    {
        var claim = await ProposedAsync();
        Assert.StartsWith("Nothing was changed", (await RefusedAsync(new(claim.Id, 1, DecisionKind.Correct) { Corrected = claim.Reading })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferring_one_rival_needs_a_reason_and_rejecting_it_promotes_nobody()
    {
        var place = new TestPlace($"sk-rival-{Interlocked.Increment(ref _places)}", "Rivaltown", "SK");
        var document = await TestData.PlaceAsync(site, place, "5,153 said they are Roma; others say 6,500.",
            new TestClaim(ClaimKind.RomaPopulation, "5,153") { Value = 5_153, Method = "SELF_CENSUS" },
            new TestClaim(ClaimKind.RomaPopulation, "6,500") { Value = 6_500, Method = "NGO_ESTIMATE" });
        var claims = await site.ReadAsync(db => db.Claims.AsNoTracking().Where(c => c.DocumentId == document).OrderBy(c => c.Number).ToListAsync(Cancel));
        Assert.Equal("Reason", (await RefusedAsync(new(claims[0].Id, claims[0].Version, DecisionKind.Prefer))).Field);
        await DecideAsync(new(claims[0].Id, claims[0].Version, DecisionKind.Prefer) { Reason = "People said so themselves" });
        await DecideAsync(new(claims[1].Id, claims[1].Version, DecisionKind.Prefer) { Reason = "Closer to what schools report" });
        var first = await ClaimAsync(claims[0].Id);
        var second = await ClaimAsync(claims[1].Id);
        Assert.Equal((false, true), (first.IsPreferred, second.IsPreferred));
        Assert.Equal(DecisionKind.Unprefer, first.Decisions.MaxBy(d => d.Version)!.Kind);
        await DecideAsync(new(second.Id, second.Version, DecisionKind.Reject) { Reason = "Withdrawn by its author" });
        Assert.False(await site.ReadAsync(db => db.Claims.AnyAsync(c => c.DocumentId == document && c.IsPreferred, Cancel)));
    }

    [Fact]
    public async Task A_figure_without_rivals_cannot_be_preferred()
    {
        var claim = await ProposedAsync();
        await DecideAsync(new(claim.Id, 1, DecisionKind.Accept));
        Assert.StartsWith("There is no other figure", (await RefusedAsync(new(claim.Id, 2, DecisionKind.Prefer) { Reason = "x" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_clear_claims_are_accepted_together_and_undone_together_except_those_touched_since()
    {
        var document = await NewAsync();
        var (batch, count) = (Guid.Empty, 0);
        await site.UseAsync<AcceptClearClaims>(async a => (batch, count) = await a.RunAsync(document, null, Curator, Cancel));
        var accepted = await site.ReadAsync(db => db.Claims.AsNoTracking().Where(c => c.DocumentId == document && c.State == ClaimState.Accepted).ToListAsync(Cancel));
        Assert.Equal(count, accepted.Count);
        Assert.All(accepted, c => Assert.True(c.IsClear));
        await DecideAsync(new(accepted[0].Id, 2, DecisionKind.Reject) { Reason = "Not this one" });
        await site.UseAsync<AcceptClearClaims>(a => a.UndoAsync(batch, Curator, Cancel));
        Assert.Equal(ClaimState.Rejected, (await ClaimAsync(accepted[0].Id)).State);
        Assert.False(await site.ReadAsync(db => db.Claims.AnyAsync(c => c.DocumentId == document && c.State == ClaimState.Accepted, Cancel)));
    }

    [Fact]
    public async Task A_claim_of_a_replaced_version_cannot_be_decided_about()
    {
        var document = await NewAsync(out var name);
        var claim = await FirstAsync(document, ClaimKind.Population);
        await DecideAsync(new(claim.Id, 1, DecisionKind.Accept));
        await site.ImportAsync("Foreword.\n\n" + DocumentsSite.Profile(name), b => b.Supersedes = document);
        Assert.StartsWith("A newer version", (await RefusedAsync(new(claim.Id, null, DecisionKind.Reopen))).Message, StringComparison.Ordinal);
    }

    private static Actor Curator => People.Curator;

    private Task<Guid> NewAsync() => NewAsync(out _);

    private Task<Guid> NewAsync(out string name)
    {
        name = $"Hrad{(char)('a' + Interlocked.Increment(ref _places))}nice";
        return ImportAsync(name);
    }

    private async Task<Guid> ImportAsync(string name) => (await site.ImportAsync(DocumentsSite.Profile(name))).Document;

    private async Task<Claim> ProposedAsync(ClaimKind kind = ClaimKind.Population) => await FirstAsync(await NewAsync(), kind);

    private Task<Claim> FirstAsync(Guid document, ClaimKind kind) => site.ReadAsync(db =>
        db.Claims.AsNoTracking().Include(c => c.Codes).OrderBy(c => c.Number).FirstAsync(c => c.DocumentId == document && c.Kind == kind, Cancel));

    private Task<Claim> ClaimAsync(Guid id) => site.ReadAsync(db => db.Claims.AsNoTracking().Include(c => c.Codes).Include(c => c.Decisions).SingleAsync(c => c.Id == id, Cancel));

    private Task DecideAsync(Decision decision) => site.UseAsync<DecideOnClaims>(d => d.RunAsync(decision, Curator, Cancel));

    private Task<RuleBroken> RefusedAsync(Decision decision) => Assert.ThrowsAsync<RuleBroken>(() => DecideAsync(decision));
}
