using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform;
using Patrin.Platform.Audit;

namespace Patrin.Tests.Platform.Durability;

/// <summary>Looks into a database file from outside, while no server has it open.</summary>
internal static class StoredData
{
    /// <summary>Empty when the file is whole: its pages, its foreign keys.</summary>
    public static string Faults(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        var integrity = (string)command.ExecuteScalar()!;
        command.CommandText = "PRAGMA foreign_key_check";
        using var rows = command.ExecuteReader();
        return (integrity == "ok" ? "" : integrity) + (rows.Read() ? " foreign keys" : "");
    }

    /// <summary>Empty when the audit trail reaches its sealed end, as <c>patrin verify-audit</c> sees it.</summary>
    public static async Task<string> BrokenChainAsync(PatrinOptions options)
    {
        await using var services = PatrinApp.BuildForCommand(options);
        await using var scope = services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync(TestContext.Current.CancellationToken);
        return found.BadNumber is null ? "" : $"entry {found.BadNumber}: {found.Fault}";
    }
}
