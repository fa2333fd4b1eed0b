using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Patrin.Platform.Data;

/// <summary>
/// Sets what quality.md section 4 asks of SQLite on every connection: the driver's defaults lose
/// acknowledged writes on a power cut (synchronous) and keep deleted bytes in the file (secure_delete).
/// </summary>
public sealed class SqliteSafety : DbConnectionInterceptor
{
    public static SqliteSafety Instance { get; } = new();

    private const string Pragmas =
        "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA busy_timeout=5000;";

    // EF first looks whether a database is there through a read-only handle. On a file in another journal mode (new, or restored)
    // setting the mode there fails the whole start; the first handle that may write sets it.
    private static string PragmasFor(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Pragmas : "PRAGMA journal_mode=WAL; " + Pragmas;

    // The driver pools its handles and each keeps its settings: setting them again on every query cost more than the query.
    private static readonly ConditionalWeakTable<object, object> Set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsSet(connection))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsSet(connection))
            return;
        await using var command = connection.CreateCommand();
        command.CommandText = PragmasFor(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static bool IsSet(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } handle } && !Set.TryAdd(handle, handle);
}
