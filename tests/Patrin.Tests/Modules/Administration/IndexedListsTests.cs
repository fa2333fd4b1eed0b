using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Administration;

/// <summary>Asks SQLite how it would answer every question that the lists of People and Administration ask.</summary>
public sealed partial class IndexedListsTests(IndexedListsTests.ExplainedSite site) : IClassFixture<IndexedListsTests.ExplainedSite>
{
    /// <summary>Tables that grow for as long as Patrin lives.</summary>
    private static readonly HashSet<string> Growing = new(StringComparer.Ordinal)
    {
        "audit_entries", "mail_outbox", "notices", "sessions", "claims", "claim_decisions", "moderation_reports", "moderation_cases", "moderation_statements",
        "record_versions", "throttled_tries", "asked_mails", "one_time_tokens",
    };

    private static readonly string[] Lists =
    [
        "/admin", "/admin/users?q=mar", "/admin/users?q=a@example.org", "/admin/users?stopped=true", "/admin/organisations?view=all&q=a", "/admin/organisations?view=closing",
        "/admin/jobs", "/admin/mails", "/admin/mails?state=sent", "/admin/health", "/admin/roles", "/admin/audit", "/admin/audit?did=role.grant", "/admin/audit?person=explained.by.all@example.org",
        "/admin/audit?from=2026-01-01&to=2026-12-31", "/admin/audit?before=100&kind=account&record=x", "/account", "/account/history", "/account/history?show=account", "/account/sessions",
        "/account/tokens", "/notifications", "/organisations", "/curate/organisations",
        "/moderation", "/moderation?show=mine", "/moderation?show=decided", "/admin/codes", "/admin/codes/challenge", "/admin/codes/challenge/EDU-01",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R18_no_list_walks_through_a_table_that_grows()
    {
        var organisation = await People.OrganisationAsync(site, "Explained organisation");
        var browser = site.Browser(new TestPerson("Explained by all", NetworkRole.Administrator, NetworkRole.Curator, NetworkRole.Moderator) { Organisation = organisation });
        site.Asked.Clear();
        foreach (var list in Lists.Concat([$"/organisations/{organisation}", $"/organisations/{organisation}/history", $"/organisations/{organisation}/members", $"/organisations/{organisation}/invitations"]))
            Assert.True(await browser.StatusAsync("/en" + list) == 200, list);
        var questions = site.Asked.ToArray();
        Assert.True(questions.Length > 50, "the questions of the pages are not heard");
        var walks = new List<string>();
        foreach (var question in questions)
            walks.AddRange(await site.AskAsync(db => WalksAsync(db, question)));
        Assert.True(walks.Count == 0, string.Join("\n\n", walks.Distinct()));
    }

    [Fact]
    public async Task R18_the_test_sees_a_list_without_an_index()
    {
        var walks = await site.AskAsync(db => WalksAsync(db, new("""SELECT "a"."number" FROM "audit_entries" AS "a" WHERE "a"."fields" = @f""", [("@f", "x")])));
        Assert.Single(walks);
    }

    private static async Task<List<string>> WalksAsync(AppDbContext db, Question question)
    {
        var names = Aliases().Matches(question.Text).Where(m => Growing.Contains(m.Groups[1].Value)).Select(m => m.Groups[2].Value).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
            return [];
        await db.Database.OpenConnectionAsync(Cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + question.Text;
        foreach (var (name, value) in question.Values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var walks = new List<string>();
        await using var plan = await command.ExecuteReaderAsync(Cancel);
        while (await plan.ReadAsync(Cancel))
        {
            if (Scan().Match(plan.GetString(3)) is { Success: true } scan && names.Contains(scan.Groups[1].Value))
                walks.Add(plan.GetString(3) + "\n" + question.Text);
        }

        return walks;
    }

    [GeneratedRegex(@"(?:FROM|JOIN) ""([a-z_]+)"" AS ""(\w+)""")]
    private static partial Regex Aliases();

    [GeneratedRegex(@"^SCAN (\w+)")]
    private static partial Regex Scan();

    public sealed record Question(string Text, IReadOnlyList<(string Name, object Value)> Values);

    /// <summary>A site that remembers what it asked its database.</summary>
    public sealed class ExplainedSite : SqliteSite
    {
        public ConcurrentQueue<Question> Asked { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<SqliteDbContext>(b => b.AddInterceptors(new Listener(Asked))));
        }
    }

    private sealed class Listener(ConcurrentQueue<Question> asked) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                asked.Enqueue(new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value ?? DBNull.Value))]));
            return new(result);
        }
    }
}
