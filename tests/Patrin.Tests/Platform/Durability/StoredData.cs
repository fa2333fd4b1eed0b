using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform;
using Patrin.Platform.Audit;

namespace Patrin.Tests.Platform.Durability;

/// <summary>Looks into a database file from outside.</summary>
internal static class StoredData
{
    /// <summary>Everything a writer can have written, by kind and the words it is found by.</summary>
    private const string Written = """
        SELECT 'import', title FROM documents UNION ALL SELECT 'upload', title FROM documents
        UNION ALL SELECT 'decision', upper(claim_id) || ' ' || version FROM claim_decisions
        UNION ALL SELECT 'description', json_extract(fields, '$.title') FROM record_versions WHERE kind = 'document'
        UNION ALL SELECT 'organisation', json_extract(fields, '$.about') FROM record_versions WHERE kind = 'organisation'
        UNION ALL SELECT 'report', details FROM moderation_reports
        UNION ALL SELECT 'join', mail FROM join_requests
        """;

    /// <summary>Records whose words differ from those of their last version: half of a write.</summary>
    private const string Halves = """
        SELECT 'document ' || d.id FROM documents d WHERE d.title <> (SELECT json_extract(v.fields, '$.title') FROM record_versions v WHERE v.kind = 'document' AND v.record_id = d.id ORDER BY v.number DESC LIMIT 1)
        UNION ALL SELECT 'organisation ' || o.id FROM organisations o WHERE o.about <> (SELECT json_extract(v.fields, '$.about') FROM record_versions v WHERE v.kind = 'organisation' AND v.record_id = o.id ORDER BY v.number DESC LIMIT 1)
        UNION ALL SELECT 'claim ' || c.id || ' ' || c.version FROM claims c WHERE c.version <> (SELECT 1 + count(*) FROM claim_decisions d WHERE d.claim_id = c.id)
        """;

    /// <summary>Empty when the file is whole: its pages, its foreign keys, no half of a write.</summary>
    public static string Faults(string file)
    {
        using var connection = Open(file);
        var integrity = string.Join(' ', Rows(connection, "PRAGMA integrity_check").Select(r => r[0]));
        return (integrity == "ok" ? "" : integrity) + (Rows(connection, "PRAGMA foreign_key_check").Count > 0 ? " foreign keys" : "");
    }

    /// <summary>Empty when every acknowledged write is there, whole, with its entry in the audit trail.</summary>
    public static string Lost(string file, IReadOnlyCollection<Writer> writers, Func<Acknowledged, bool>? which = null)
    {
        using var connection = Open(file);
        var stored = Rows(connection, Written).Select(r => new Acknowledged(r[0], r[1])).ToHashSet();
        var missing = writers.SelectMany(w => w.Done).Where(a => a.Kind is not ("name" or "choice") && (which?.Invoke(a) ?? true) && !stored.Contains(a)).ToList();
        var halves = Rows(connection, Halves).Select(r => r[0]).ToList();
        return (missing.Count == 0 ? "" : $"{missing.Count} acknowledged writes are not there: {string.Join(", ", missing.Take(5))}. ")
            + (halves.Count == 0 ? "" : $"Half written: {string.Join(", ", halves.Take(5))}. ");
    }

    /// <summary>Empty when each writer's name and choices are those last acknowledged, and nothing acknowledged lacks its audit entry.</summary>
    public static string Changed(string file, IReadOnlyCollection<Writer> writers)
    {
        using var connection = Open(file);
        var entries = Rows(connection, "SELECT lower(actor), count(*) FROM audit_entries GROUP BY 1").ToDictionary(r => r[0], r => int.Parse(r[1], CultureInfo.InvariantCulture));
        var names = Rows(connection, "SELECT lower(id), display_name FROM accounts").ToDictionary(r => r[0], r => r[1]);
        var choices = Rows(connection, "SELECT lower(account_id), topic, pace FROM notice_choices").GroupBy(r => r[0])
            .ToDictionary(g => g.Key, g => string.Join(' ', ((string[])["Organisation", "Moderation", "Tasks", "Records"]).Select(t => g.Single(r => r[1] == t)[2])));
        return string.Concat(writers.Select(w => (Id: w.Desk.Account.ToString(), Writer: w)).Select(w =>
            w.Writer.Name.Fault(names[w.Id]) + w.Writer.Choice.Fault(choices.GetValueOrDefault(w.Id, ""))
            + (entries.GetValueOrDefault(w.Id) < w.Writer.Done.Count ? $"{w.Writer.Done.Count} acknowledged, {entries.GetValueOrDefault(w.Id)} in the audit trail. " : "")));
    }

    /// <summary>Empty when every document has its file, byte for byte, and every file its document.</summary>
    public static string WrongFiles(string file)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT d.title, d.sha256, o.bytes FROM documents d LEFT JOIN document_originals o ON o.document_id = d.id";
        using var rows = command.ExecuteReader();
        var wrong = "";
        while (rows.Read())
        {
            if (rows.IsDBNull(2) || !string.Equals(Convert.ToHexStringLower(SHA256.HashData((byte[])rows[2])), rows.GetString(1), StringComparison.OrdinalIgnoreCase))
                wrong += rows.GetString(0) + " ";
        }

        return wrong;
    }

    /// <summary>Versions of claims and organisations.</summary>
    public static IReadOnlyDictionary<Guid, int> VersionsOf(string file)
    {
        using var connection = Open(file);
        return Rows(connection, "SELECT id, version FROM claims UNION ALL SELECT id, version FROM organisations").ToDictionary(r => Guid.Parse(r[0]), r => int.Parse(r[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Empty when the audit trail reaches its sealed end, as <c>patrin verify-audit</c> sees it.</summary>
    public static async Task<string> BrokenChainAsync(PatrinOptions options)
    {
        await using var services = PatrinApp.BuildForCommand(options);
        await using var scope = services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync(TestContext.Current.CancellationToken);
        return found.BadNumber is null ? "" : $"entry {found.BadNumber}: {found.Fault}";
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 20 }.ToString());
        connection.Open();
        return connection;
    }

    private static List<string[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var all = new List<string[]>();
        while (rows.Read())
            all.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? "" : Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)!)]);
        return all;
    }
}
