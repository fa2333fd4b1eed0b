using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Patrin.Tests.Platform.Durability;

/// <summary>Looks into a database file from outside: nothing of the program stands between.</summary>
internal sealed class StoredData : IDisposable
{
    private readonly SqliteConnection _connection;

    public StoredData(string file)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        _connection.Open();
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>What was promised and is not there.</summary>
    public List<Acknowledged> Lost(IEnumerable<Acknowledged> written) => [.. written.Where(w => One(w.Question, w.Value) != "1")];

    /// <summary>Empty when the file is whole: its pages, its foreign keys.</summary>
    public string Faults()
    {
        var integrity = One("PRAGMA integrity_check");
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA foreign_key_check";
        using var rows = command.ExecuteReader();
        return (integrity == "ok" ? "" : integrity) + (rows.Read() ? " foreign keys" : "");
    }

    public int Version(Guid claim) => int.Parse(One("SELECT version FROM claims WHERE upper(id) = $value", claim.ToString().ToUpperInvariant()), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Follows the chain of the audit trail to its sealed end.</summary>
    public static async Task<string> BrokenChainAsync(string data)
    {
        await using var services = Patrin.PatrinApp.BuildForCommand(Patrin.Platform.PatrinOptions.From(data));
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var before = "";
        var number = 0L;
        foreach (var entry in await db.Set<AuditEntry>().AsNoTracking().OrderBy(e => e.Number).ToListAsync(TestContext.Current.CancellationToken))
        {
            if (entry.Number != ++number || entry.Hash != AuditChain.Hash(entry, before))
                return $"entry {entry.Number}";
            before = entry.Hash;
        }

        var head = await db.Set<AuditHead>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        var seal = AuditChain.Seal(services.GetRequiredService<MasterKey>(), number, before);
        return head.Number == number && head.Hash == before && head.Seal == seal ? "" : "head";
    }

    private string One(string question, string value = "")
    {
        using var command = _connection.CreateCommand();
        command.CommandText = question;
        command.Parameters.AddWithValue("$value", value);
        return command.ExecuteScalar()?.ToString() ?? "";
    }
}
