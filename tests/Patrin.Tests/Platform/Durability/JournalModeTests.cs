using Microsoft.Data.Sqlite;
using Patrin.Platform;

namespace Patrin.Tests.Platform.Durability;

/// <summary>A file that came from elsewhere (a restored backup, another program) may be in another journal mode.</summary>
public sealed class JournalModeTests : IDisposable
{
    private readonly PatrinOptions _options = PatrinOptions.From(Directory.CreateTempSubdirectory("patrin-journal-").FullName);

    public void Dispose() => Directory.Delete(_options.DataDirectory, recursive: true);

    [Fact]
    public async Task A_database_in_another_journal_mode_starts_and_is_brought_to_write_ahead()
    {
        await PrepareAsync();
        Assert.Equal("delete", Pragma("journal_mode=DELETE"));
        await PrepareAsync();
        Assert.Equal("wal", Pragma("journal_mode"));
    }

    /// <summary>The framework marks its turn with a row, which outlives a process that is killed: the next start waited for ever.</summary>
    [Fact]
    public async Task R01_a_start_that_was_killed_while_it_migrated_does_not_stop_the_next_one()
    {
        Execute("CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-24 12:00:00')");
        await PrepareAsync().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal("", StoredData.Faults(_options.SqliteFile));
    }

    private async Task PrepareAsync()
    {
        await using (var services = PatrinApp.BuildForCommand(_options))
            await PatrinApp.PrepareAsync(services, _options, TestContext.Current.CancellationToken);
        SqliteConnection.ClearAllPools();
    }

    private string? Pragma(string text) => Execute("PRAGMA " + text);

    private string? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_options.SqliteFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
