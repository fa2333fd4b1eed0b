using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Patrin.Platform;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

/// <summary>A server that dies in the middle of the work of eight people loses nothing of what it has acknowledged.</summary>
[Collection("The program under stress")]
public sealed class KillTests : IDisposable
{
    /// <summary>The requirement asks for 200 rounds; PATRIN_TEST_KILLS=200 runs them. Otherwise as many as fit into a minute.</summary>
    private static readonly int? Wanted = Environment.GetEnvironmentVariable("PATRIN_TEST_KILLS") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(50), LongestRound = TimeSpan.FromSeconds(3), LongestWait = TimeSpan.FromSeconds(20);

    private readonly string _data = Directory.CreateTempSubdirectory("patrin-kill-").FullName;
    private readonly Random _random = new(20261124);
    private readonly List<double> _starts = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_data, "patrin.db");

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task R01_R14_a_server_killed_under_eight_writers_has_every_acknowledged_write()
    {
        var writers = await Desks.PrepareAsync(_data, 8);
        var watch = Stopwatch.StartNew();
        var rounds = 0;
        for (; Wanted is { } wanted ? rounds < wanted : rounds < 3 || watch.Elapsed < Usual; rounds++)
            await RoundAsync(writers);
        using (await StartAsync(writers))
        {
        }

        Assert.Equal("", StoredData.WrongFiles(File));
        var kinds = writers.SelectMany(w => w.Done).GroupBy(a => a.Kind).ToDictionary(g => g.Key, g => g.Count());
        _starts.Sort();
        var figures = string.Create(CultureInfo.InvariantCulture,
            $"{rounds} kills, {kinds.Values.Sum()} acknowledged ({string.Join(", ", kinds.Select(k => $"{k.Key} {k.Value}"))}), ready in {_starts[_starts.Count / 2]:0.0} s (longest {_starts[^1]:0.0} s), {watch.Elapsed.TotalSeconds:0} s in all");
        TestContext.Current.TestOutputHelper!.WriteLine(figures);
        TestContext.Current.SendDiagnosticMessage(figures);
        Assert.True(kinds.Count >= (rounds < 6 ? 6 : Writer.Kinds.Length), $"{figures}; refused: {writers.SelectMany(w => w.Refused).FirstOrDefault()}");
        Assert.True(_starts[^1] < 5 * ServerProcess.Slowness, figures);
    }

    private async Task RoundAsync(IReadOnlyList<Writer> writers)
    {
        using var server = await StartAsync(writers);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var before = writers.Select(w => w.Done.Count).ToList();
        var work = writers.Select(w => w.WorkAsync(server, stop.Token)).ToList();
        // The first requests of a young process are slow: the round begins when it has acknowledged something. It is killed
        // while all eight are at work, but not later than this.
        await UntilAsync(LongestWait, () => writers.Where((w, i) => w.Done.Count > before[i]).Any());
        await UntilAsync(LongestRound, () => writers.Where((w, i) => w.Done.Count > before[i]).Count() == writers.Count);
        await Task.Delay(_random.Next(0, 300), Cancel);
        server.Kill();
        await stop.CancelAsync();
        await Task.WhenAll(work);
    }

    private static async Task UntilAsync(TimeSpan limit, Func<bool> happened)
    {
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < limit && !happened())
            await Task.Delay(10, Cancel);
    }

    /// <summary>Starts it as an operator would, without a step by hand, and looks at what is there before anybody writes again.</summary>
    private async Task<ServerProcess> StartAsync(IReadOnlyList<Writer> writers)
    {
        var server = ServerProcess.Start(_data);
        try
        {
            _starts.Add((await server.ReadyAsync()).TotalSeconds);
            Assert.Equal("", StoredData.Faults(File));
            Assert.Equal("", StoredData.Lost(File, writers) + StoredData.Changed(File, writers));
            Assert.Equal("", await StoredData.BrokenChainAsync(PatrinOptions.From(_data)));
            SqliteConnection.ClearAllPools();
            var versions = StoredData.VersionsOf(File);
            foreach (var writer in writers)
                writer.Know(versions);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }
}
