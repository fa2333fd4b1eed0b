using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

/// <summary>
/// A disk that can only be read any more while the server runs. A file system with open files cannot be remounted by hand; the kernel
/// does it after a fault, and every write to an open file then fails with EROFS. strace makes the writes fail in the same way.
/// </summary>
[Collection("The program under stress")]
public sealed class ReadOnlyTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("patrin-readonly-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_data, "patrin.db");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task R05_on_a_disk_that_turns_read_only_reading_goes_on_writes_are_503_and_work_again_later()
    {
        Assert.SkipWhen(await TracedServer.MissingAsync() is { } missing, await TracedServer.MissingAsync() ?? "");
        var writer = (await Desks.PrepareAsync(_data, 1))[0];
        // Whoever comes back after a while has "last seen" written: that must not stop the reading.
        Execute("UPDATE sessions SET seen_at = strftime('%Y-%m-%d %H:%M:%S', 'now', '-5 minutes')");
        using var server = ServerProcess.Start(_data);
        await server.ReadyAsync();
        writer.Know(StoredData.VersionsOf(File));
        using var browser = TracedServer.Patient(server);
        browser.DefaultRequestHeaders.Add("Cookie", writer.Desk.Cookie);

        using (await MakeReadOnlyAsync(server))
        {
            foreach (var page in new[] { "/en/", "/en/places", "/en/organisations", "/en/account", $"/en/sources/{writer.Desk.Document}" })
                Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(page, UriKind.Relative), Cancel)).StatusCode);
            await EveryKindAsync(writer, server);
            Assert.Empty(writer.Done);
            Assert.All(writer.Refused, r => Assert.True(r.Key.Status == 503 && r.Value.StartsWith("Retry-After: 5;", StringComparison.Ordinal), r.ToString()));
            Assert.Equal(Writer.Kinds.Length - 1, writer.Refused.Count);
        }

        writer.Refused.Clear();
        await EveryKindAsync(writer, server);
        Assert.Equal(Writer.Kinds.Length, writer.Done.Count);
        Assert.Equal("", StoredData.Faults(File) + StoredData.Lost(File, [writer]));
    }

    private static async Task EveryKindAsync(Writer writer, ServerProcess server)
    {
        using var browser = TracedServer.Patient(server);
        for (var i = 0; i < Writer.Kinds.Length; i++)
            await writer.StepAsync(browser, Cancel);
    }

    /// <summary>Until disposed of, no write reaches the database.</summary>
    private async Task<Tracer> MakeReadOnlyAsync(ServerProcess server)
    {
        var strace = Process.Start(new ProcessStartInfo("strace", ["-f", "-o", "/dev/null", "-P", File, "-P", File + "-wal", "-e", "inject=pwrite64,ftruncate:error=EROFS", "-p", server.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        var line = await strace.StandardError.ReadLineAsync(Cancel) ?? "";
        Assert.SkipWhen(line.Contains("not permitted", StringComparison.Ordinal), "strace may not attach to a running program here.");
        Assert.Contains("attached", line, StringComparison.Ordinal);
        _ = strace.StandardError.ReadToEndAsync(Cancel);
        return new(strace);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Tracer(Process strace) : IDisposable
    {
        public void Dispose()
        {
            // Asked politely it lets the program go; killed it would take it along.
            using var ask = Process.Start("kill", ["-INT", strace.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            ask.WaitForExit();
            strace.WaitForExit();
            strace.Dispose();
        }
    }
}
