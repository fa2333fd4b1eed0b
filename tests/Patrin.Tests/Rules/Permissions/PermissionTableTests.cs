using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents;
using Patrin.Modules.People;
using Patrin.Modules.People.Moderation;
using Patrin.Modules.Places;
using Patrin.Modules.Twinning;
using Patrin.Platform.Data;
using Patrin.Tests.Support;

namespace Patrin.Tests.Rules.Permissions;

public sealed class PermissionTableOnSqlite(SweptSqlite site) : PermissionTableTests(site), IClassFixture<SweptSqlite>;

public sealed class PermissionTableOnPostgres(SweptPostgres site) : PermissionTableTests(site), IClassFixture<SweptPostgres>;

/// <summary>The demo network with people of every role.</summary>
public sealed class SweptSqlite : SqliteSite
{
    protected override bool Demo => true;
}

public sealed class SweptPostgres : PostgresSite
{
    protected override bool Demo => true;
}

/// <summary>
/// Calls every page and route as everybody and compares with docs/permissions.txt. A new page is a new line there: a visible decision.
/// Writes are tried without a form token: past the policy they end in 400 and change nothing.
/// </summary>
public abstract class PermissionTableTests(Site site)
{
    private const string Passed = "yes", SignIn = "sign-in", Refused = "no", Hidden = "hidden", Factor = "factor", Gone = "gone";

    /// <summary>Rows that being asked leaves behind, by design: when a session was last used, keys of the ring, counted attempts.</summary>
    private static readonly string[] KeptByUse = ["sessions", "key_ring", "periodic_runs", "throttled_tries"];

    private static string TableFile => Path.Combine(Repository.Root, "docs", "permissions.txt");

    [Fact]
    public async Task R31_R38_every_door_answers_everybody_as_the_table_says_refuses_other_sites_and_changes_nothing()
    {
        var own = await People.OrganisationAsync(site, "Sweep own");
        var foreign = await People.OrganisationAsync(site, "Sweep foreign");
        var suspended = await People.OrganisationAsync(site, "Sweep suspended", more: o => o.State = OrganisationState.Suspended);
        var visitors = await Visitors.EnterAsync(site, own, foreign, suspended);
        var samples = await SamplesAsync(own);
        var before = await StateAsync();
        using var watch = new WriteWatch(site.Services, KeptByUse);
        var table = new StringBuilder(Head());
        foreach (var door in await Doors.OfAsync(site.Services))
        {
            var answers = new List<string>();
            foreach (var (_, browser) in visitors)
            {
                answers.Add(await TryAsync(door, browser, samples));
                var writes = watch.Take();
                Assert.True(writes is [], $"{door} was only read, or refused, and wrote: {string.Join(", ", writes)}");
            }

            table.AppendLine(System.Globalization.CultureInfo.InvariantCulture, $"{door,-66} {Row(answers)}");
        }

        Assert.Equal(before, await StateAsync());
        await People.AccountAsync(site, new("Somebody whom the watch must see"));
        Assert.Contains("INSERT INTO accounts", watch.Take());
        var actual = table.ToString();
        var approved = File.Exists(TableFile) ? await File.ReadAllTextAsync(TableFile, TestContext.Current.CancellationToken) : "";
        if (actual != approved)
            await File.WriteAllTextAsync(Path.Combine(Path.GetTempPath(), "permissions.actual.txt"), actual, TestContext.Current.CancellationToken);
        Assert.Equal(approved, actual);
    }

    private static string Head() =>
        "# Who gets through which door. Held by PermissionTableTests, which calls every page and route as everybody.\n" +
        "# yes: passes the policy; sign-in: led to the sign-in; no: 403; hidden: as if it did not exist; factor: asked for a second factor; gone: no such page in this mode.\n" +
        $"# Everybody: {string.Join(", ", Visitors.Names)}.\n" +
        "# One answer for all stands once; otherwise the answer of most stands first, then the exceptions.\n";

    /// <summary>The commonest answer, then who gets another one.</summary>
    private static string Row(List<string> answers)
    {
        var most = answers.CountBy(a => a).OrderByDescending(a => a.Value).ThenBy(a => a.Key, StringComparer.Ordinal).First().Key;
        var others = answers.Select((a, i) => (Answer: a, Name: Visitors.Names[i])).Where(a => a.Answer != most)
            .GroupBy(a => a.Answer).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Key}: {string.Join(' ', g.Select(x => x.Name))}");
        return string.Join(" | ", others.Prepend(most));
    }

    private static async Task<string> TryAsync(Door door, HttpClient browser, IReadOnlyDictionary<string, string> samples)
    {
        using var request = new HttpRequestMessage(new(door.Method), new Uri("/en" + Address(door, samples), UriKind.Relative));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        if (door.Method != "GET")
        {
            request.Content = new FormUrlEncodedContent([]);
            await IsRefusedFromElsewhereAsync(request.Method, request.RequestUri!, browser);
        }

        using var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode < 500, $"{door} answered {(int)response.StatusCode}");
        var location = response.Headers.Location?.OriginalString ?? "";
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => SignIn,
            HttpStatusCode.Redirect when location.Contains("/sign-in?next", StringComparison.Ordinal) => SignIn,
            HttpStatusCode.Redirect when location.Contains("needed=true", StringComparison.Ordinal) => Factor,
            HttpStatusCode.Forbidden => Refused,
            HttpStatusCode.NotFound when door.Route.Contains("{organisation", StringComparison.Ordinal) => Hidden,
            HttpStatusCode.NotFound => Gone,
            _ => Passed,
        };
    }

    /// <summary>R-38: another site's page reaches no door that writes, whoever sits at the screen.</summary>
    private static async Task IsRefusedFromElsewhereAsync(HttpMethod method, Uri address, HttpClient browser)
    {
        using var foreign = new HttpRequestMessage(method, address) { Content = new FormUrlEncodedContent([]) };
        foreign.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await browser.SendAsync(foreign, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {address} from another site: {answer.StatusCode}");
    }

    /// <summary>The route with real ids of the demo network, so that "not there" and "not for you" can be told apart.</summary>
    private static string Address(Door door, IReadOnlyDictionary<string, string> samples)
    {
        var segments = door.Route.Split('/').Select((segment, index) =>
        {
            if (!segment.Contains('{', StringComparison.Ordinal))
                return segment;
            var name = segment[(segment.IndexOf('{', StringComparison.Ordinal) + 1)..].TrimStart('*').Split(':', '}', '=', '?')[0];
            var before = string.Join('/', door.Route.Split('/')[..index]);
            var value = samples.GetValueOrDefault(before + "/" + name) ?? samples.GetValueOrDefault(name) ?? Unknown(segment);
            return segment.StartsWith('{') ? value + segment[(segment.IndexOf('}', StringComparison.Ordinal) + 1)..] : segment.Replace(segment[segment.IndexOf('{', StringComparison.Ordinal)..(segment.IndexOf('}', StringComparison.Ordinal) + 1)], value, StringComparison.Ordinal);
        });
        return "/" + string.Join('/', segments) + (door.Handler.Length > 0 ? "?handler=" + door.Handler : "");
    }

    /// <summary>A value of the right shape that leads to no record: one of another shape would not even reach the policy.</summary>
    private static string Unknown(string segment) =>
        segment.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : segment.Contains(":int", StringComparison.Ordinal) ? "0" : new string('u', 40);

    private async Task<Dictionary<string, string>> SamplesAsync(Guid own)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var cancel = TestContext.Current.CancellationToken;
        var document = await db.Documents.Where(d => d.IsCurrent && d.Claims.Any(c => c.State == ClaimState.Accepted)).OrderBy(d => d.ImportedAt).Select(d => d.Id).FirstAsync(cancel);
        var claim = await db.Claims.Where(c => c.DocumentId == document && c.State == ClaimState.Accepted && c.Unit != "PERSONS").Select(c => c.Id).FirstAsync(cancel);
        var round = await db.Rounds.Include(r => r.Pairs).OrderBy(r => r.Number).FirstAsync(cancel);
        var reported = new ModerationCase { ItemKind = "document", ItemId = document, Reason = "OTHER", OpenedAt = new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc) };
        db.Add(reported);
        await db.SaveChangesAsync(cancel);
        return new(StringComparer.Ordinal)
        {
            ["moderation/cases/id"] = reported.Id.ToString(),
            ["moderation/statements/id"] = reported.Id.ToString(),
            ["account/data/id"] = Guid.Empty.ToString(),
            ["report/code"] = new('x', 43),
            ["organisation"] = own.ToString(),
            ["curate/organisations/id"] = own.ToString(),
            ["membership"] = (await db.Memberships.Where(m => m.OrganisationId == own).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync(cancel)).ToString(),
            ["grant"] = (await db.RoleGrants.OrderBy(g => g.Id).Select(g => g.Id).FirstAsync(cancel)).ToString(),
            ["sources/id"] = document.ToString(),
            ["import/id"] = document.ToString(),
            ["claims/id"] = claim.ToString(),
            ["number"] = round.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["a"] = round.Pairs[0].PlaceA,
            ["b"] = round.Pairs[0].PlaceB,
            ["slug"] = await db.Places.Where(p => p.Key == "bg-samokov").Select(p => p.Slug).FirstAsync(cancel),
            ["programmes/key"] = await db.DocumentSubjects.Where(s => s.Type == DocumentSubject.Programme).Select(s => s.Key).FirstAsync(cancel),
            ["challenges/code"] = "EDU-01",
            ["code"] = "EDU-01",
            ["list"] = "challenge",
        };
    }

    /// <summary>How many rows each table has: no door was found open for a write, and reading wrote nothing (R-38).</summary>
    private async Task<string> StateAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var lines = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Except(KeptByUse).Order(StringComparer.Ordinal))
            lines.Add($"{table} {(await db.Database.SqlQueryRaw<long>(Count(table)).ToListAsync(TestContext.Current.CancellationToken))[0]}");
        return string.Join('\n', lines);
        static string Count(string table) => $"SELECT count(*) AS \"Value\" FROM {table}";
    }
}
