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

    private async Task PrepareAsync()
    {
        await using (var services = PatrinApp.BuildForCommand(_options))
            await PatrinApp.PrepareAsync(services, _options, TestContext.Current.CancellationToken);
        SqliteConnection.ClearAllPools();
    }

    private string? Pragma(string text)
    {
        using var connection = new SqliteConnection($"Data Source={_options.SqliteFile};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA " + text;
        return command.ExecuteScalar()?.ToString();
    }
}
