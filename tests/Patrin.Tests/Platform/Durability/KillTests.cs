using System.Collections.Concurrent;
using System.Globalization;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

/// <summary>A server that dies in the middle of the work of eight people loses nothing of what it has acknowledged.</summary>
public sealed class KillTests : IDisposable
{
    /// <summary>The requirement asks for 200 rounds; PATRIN_TEST_KILLS=200 runs them (CONTRIBUTING.md).</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("PATRIN_TEST_KILLS") ?? "12", CultureInfo.InvariantCulture);

    private readonly string _data = Directory.CreateTempSubdirectory("patrin-kill-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task R01_kill9_12_rounds_lose_no_acknowledged_write()
    {
        var writers = await Writer.PrepareAsync(_data, 8);
        var file = Path.Combine(_data, "patrin.db");
        var random = new Random(20261124);
        var all = new ConcurrentBag<Acknowledged>();
        var longest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            var done = new ConcurrentBag<Acknowledged>();
            using (var server = ServerProcess.Start(_data))
            {
                var ready = await server.ReadyAsync();
                longest = ready > longest ? ready : longest;
                using var stop = new CancellationTokenSource();
                var work = writers.Select(w => w.WorkAsync(server, done, stop.Token)).ToList();
                // The first requests of a young process are slow: it is killed while all eight are at work.
                for (var i = 0; i < 1000 && done.Count < 8; i++)
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                await Task.Delay(random.Next(0, 700), TestContext.Current.CancellationToken);
                server.Kill();
                await stop.CancelAsync();
                await Task.WhenAll(work);
            }

            using var stored = new StoredData(file);
            Assert.Equal("", stored.Faults());
            Assert.Empty(stored.Lost(done));
            foreach (var writer in writers)
            {
                foreach (var claim in writer.Claims)
                    writer.Know(claim, stored.Version(claim));
            }

            foreach (var one in done)
                all.Add(one);
        }

        using (var last = new StoredData(file))
            Assert.Empty(last.Lost(all));
        Assert.Equal("", await StoredData.BrokenChainAsync(_data));
        var kinds = all.GroupBy(a => a.Kind).ToDictionary(g => g.Key, g => g.Count());
        TestContext.Current.TestOutputHelper!.WriteLine($"{Rounds} rounds, {all.Count} acknowledged, longest start {longest.TotalSeconds:0.0} s: {string.Join(", ", kinds)}. Refused: {string.Join("; ", writers.SelectMany(w => w.Refused.Keys).Distinct().Take(5))}");
        Assert.True(kinds.Count >= 6, $"Only {string.Join(", ", kinds)}; {writers.SelectMany(w => w.Refused).FirstOrDefault()}");
        Assert.True(longest < TimeSpan.FromSeconds(5 * ServerProcess.Slowness), $"The longest start took {longest}.");
    }
}
