using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Patrin.BrowserTests.Support;
using Patrin.Modules.People;
using Patrin.Modules.People.Join;
using Patrin.Modules.People.Moderation;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.History;
using Patrin.Tests.Support;

namespace Patrin.BrowserTests.EveryPage;

/// <summary>
/// Every text that people can write is put into the database with something hostile in it, past all checks of the forms;
/// then every kind of page is opened in a real browser by everybody. What is typed is shown as typed and does nothing.
/// </summary>
public sealed class XssTests(Chromium chromium)
{
    private readonly List<string> _faults = [];

    [Fact]
    public async Task R39_what_people_write_is_shown_and_never_carried_out()
    {
        Assert.True(XssPayloads.All.Count >= 60);
        using var site = new SqliteDemo();
        var address = Chromium.Start(site);
        var poisoned = await PoisonAsync(site);
        Assert.True(poisoned > 300, $"only {poisoned} texts were poisoned");
        var opened = 0;
        var shown = 0;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var reader in Crawl.Readers)
        {
            await using var window = await chromium.WindowAsync(address: address);
            if (reader.Length > 0)
                await Chromium.SignInAsync(window, site, address, new(reader));
            await window.AddInitScriptAsync("window.xss = () => console.error('xss was carried out')");
            var page = await window.NewPageAsync();
            Watch(page, address, reader);
            foreach (var path in await Crawl.PagesOfAsync(window, reader, reader == "curator" ? [] : seen))
            {
                await page.GotoAsync(address + "/en" + path.Path);
                var found = await page.EvaluateAsync<string>(Injected);
                if (found.Length > 0)
                    _faults.Add($"{path}: {found}");
                if ((await page.ContentAsync()).Contains("xss()", StringComparison.Ordinal))
                    shown++;
                opened++;
            }
        }

        Assert.True(_faults.Count == 0, string.Join('\n', _faults.Take(40)));
        Assert.True(opened > 80 && shown > 40, $"{opened} pages were opened, {shown} showed something hostile");
    }

    /// <summary>Elements that only a payload can have made, and links that carry something out.</summary>
    private const string Injected = """
        () => [...document.querySelectorAll('[data-xss], iframe, object, embed, base, marquee, meta[http-equiv=refresh], script:not([src]):not([type="application/ld+json"]), a[href^="javascript:" i], a[href^="data:" i], form[action*="xss.invalid"], [src*="xss.invalid"]')]
            .concat([...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(n => /^(on|hx-on|data-hx-on)/.test(n))))
            .map(e => e.outerHTML.slice(0, 200)).slice(0, 3).join(' | ')
        """;

    private void Watch(IPage page, string address, string reader)
    {
        page.Dialog += async (_, dialog) =>
        {
            _faults.Add($"{page.Url} (as {reader}): a dialog opened");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _faults.Add($"{page.Url} (as {reader}): request to {request.Url}");
        };
        page.Console += (_, message) =>
        {
            // A policy that had to hold something back counts as well: the page should have nothing to hold back.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status", StringComparison.Ordinal))
                _faults.Add($"{page.Url} (as {reader}): {message.Text}");
        };
    }

    /// <summary>Adds a payload to every free text of every record of the demo network. Returns how many texts.</summary>
    private static async Task<int> PoisonAsync(SqliteDemo site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await ModeratedAsync(site, db, scope.ServiceProvider.GetRequiredService<Versions>());
        var count = 0;
        foreach (var (table, columns) in FreeTexts)
        {
            foreach (var column in columns)
                count += await PoisonAsync(db, table, column);
        }

        return count;
    }

    private static async Task<int> PoisonAsync(AppDbContext db, string table, string column)
    {
        // Three of them in every text, other ones in every row and column.
        var values = string.Join(' ', XssPayloads.All.Select((p, i) => $"WHEN {i} THEN {Quoted(p)}"));
        string Payload(int shift) => $"CASE (rowid + {(column.Length * 7) + shift}) % {XssPayloads.All.Count} {values} END";
        var sql = $"UPDATE {table} SET {column} = {column} || ' ' || {Payload(0)} || {Payload(23)} || {Payload(46)} WHERE {column} <> ''";
        return await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    /// <summary>What people write, choose or bring along, by table.</summary>
    private static readonly (string Table, string[] Columns)[] FreeTexts =
    [
        ("accounts", ["display_name"]), ("organisations", ["name", "place_name", "about", "website", "verified_how", "state_reason"]),
        ("join_requests", ["asker_name", "name", "place_name", "why", "question", "answer"]), ("role_grants", ["reason", "end_reason"]),
        ("sessions", ["device"]), ("api_tokens", ["name"]), ("account_logins", ["provider_display_name"]),
        ("moderation_reports", ["details", "reporter_name"]), ("moderation_statements", ["facts", "law"]), ("moderation_appeals", ["text"]),
        ("documents", ["title", "publisher", "address", "written", "file_name", "imported_by"]), ("claims", ["text", "scope_name"]),
        ("claim_decisions", ["by", "reason"]), ("document_subjects", ["name", "local_name"]), ("places", ["name", "local_name"]),
        ("twinning_rounds", ["title", "opened_by", "run_by", "published_by"]), ("record_versions", ["by_name"]),
    ];

    /// <summary>A case with a report, a decision and an appeal, a question to an organisation that wants to join, a role with its reason.</summary>
    private static async Task ModeratedAsync(SqliteDemo site, AppDbContext db, Versions versions)
    {
        var then = new DateTime(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc);
        var organisation = await People.OrganisationAsync(site, "Hostile words", "NGO", o => (o.About, o.PlaceName, o.VerifiedAt, o.VerifiedHow) = ("About us.", "Here", then, "Seen."));
        var item = new ModerationCase { ItemKind = Organisation.Kind, ItemId = organisation, Reason = "OTHER", OpenedAt = then, AuthorOrganisationId = organisation, State = CaseState.Appealed };
        item.Reports.Add(new() { Reason = "OTHER", Details = "Details.", ReporterName = "Reporter", At = then, Standing = Standing.Visitor, Language = "en", CodeHash = "x" });
        item.Statements.Add(new() { Kind = DecisionKind.Keep, At = then, IsAutomated = false, Facts = "Facts.", Rule = "OTHER", Law = "Law." });
        item.Appeals.Add(new() { Text = "Appeal.", At = then });
        db.Add(item);
        var member = await People.AccountAsync(site, new("officer") { Organisation = organisation });
        db.AddRange(XssPayloads.All.Select(p => new Notice { AccountId = member, Topic = NoticeTopic.Moderation, At = then, Path = "/account", Text = "“{0}” is visible again.", Arguments = JsonSerializer.Serialize(new[] { p }) }));
        db.Add(new RoleGrant { AccountId = member, Role = NetworkRole.Reviewer, From = then, Reason = "Reason." });
        db.Add(new JoinRequest
        {
            TokenHash = "x", AskedAt = then, EndsAt = then, ConfirmedAt = then, Mail = "asker@example.org", MailKey = "ASKER@EXAMPLE.ORG", AskerName = "Asker", Language = "en", Name = "Asks to join",
            ActorType = "NGO", Country = "BG", PlaceName = "There", Website = "", RomaLed = RomaLed.NotStated, Why = "Because.", Question = "Question?", Answer = "Answer.", AccountId = member, OrganisationId = organisation,
        });
        for (var i = 0; i < XssPayloads.All.Count; i += 10)
        {
            await versions.KeepAsync(Organisation.Kind, organisation, XssPayloads.All.Skip(i).Take(10).Select((p, n) => (Field: "field" + n, Text: p)).ToDictionary(f => f.Field, f => f.Text), Actor.System, TestContext.Current.CancellationToken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }
}
