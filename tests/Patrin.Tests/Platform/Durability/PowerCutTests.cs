using Microsoft.Data.Sqlite;
using Patrin.Platform;

namespace Patrin.Tests.Platform.Durability;

/// <summary>
/// Power cuts, from a trace of the real program: at forty moments the disk keeps what was synced and an arbitrary part of the rest.
/// </summary>
[Collection("The program under stress")]
public sealed class PowerCutTests : IDisposable
{
    private const int Cuts = 40, People = 4, Each = 9;

    private readonly string _root = Directory.CreateTempSubdirectory("patrin-cut-").FullName;
    private readonly Random _random = new(20261124);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task R02_R14_forty_power_cuts_lose_nothing()
    {
        Assert.SkipWhen(await TracedServer.MissingAsync() is { } missing, await TracedServer.MissingAsync() ?? "");
        var (before, data) = (Make("before"), Make("data"));
        var writers = await Desks.PrepareAsync(data, People);
        foreach (var file in Directory.GetFiles(data))
            File.Copy(file, Path.Combine(before, Path.GetFileName(file)));
        var calls = await TracedServer.RunAsync(data, server => Task.WhenAll(writers.Select(w => WriteAsync(w, TracedServer.Patient(server)))));
        var sent = writers.SelectMany(w => w.ByNumber).ToDictionary();
        var answers = TracedServer.Answers(calls).ToDictionary(a => a.Write);
        Assert.Equal(writers.Sum(w => w.Done.Count), answers.Count);
        Assert.True(answers.Count > People * Each / 2, writers[0].Refused.FirstOrDefault().ToString());

        var from = answers.Values.Min(a => a.Received.Begin);
        var last = answers.Values.Max(a => a.Sent.End);
        for (var i = 0; i < Cuts; i++)
        {
            // Half of the cuts come just after an answer: that is the moment at which a promise was made and nothing later helps.
            var cut = i % 2 == 0 ? answers.Values.ElementAt(_random.Next(answers.Count)).Sent.Begin + 1 : _random.Next(from, last);
            await CutAsync(before, data, calls, cut, writers, [.. answers.Values.Where(a => a.Sent.Begin < cut).Select(a => sent[a.Write])]);
        }
    }

    private async Task CutAsync(string before, string data, IReadOnlyList<SystemCall> calls, int cut, IReadOnlyList<Writer> writers, HashSet<Acknowledged> promised)
    {
        var directory = Make("cut");
        var disk = new Disk(_random);
        foreach (var file in Directory.GetFiles(before))
            disk.Load(Path.Combine(data, Path.GetFileName(file)), file);
        disk.Replay(calls, cut);
        disk.Save(directory);
        var database = Path.Combine(directory, "patrin.db");
        Assert.Equal("", StoredData.Faults(database));
        Assert.Equal("", StoredData.Lost(database, writers, promised.Contains));
        Assert.Equal("", await StoredData.BrokenChainAsync(PatrinOptions.From(directory)));
        SqliteConnection.ClearAllPools();
        Directory.Delete(directory, recursive: true);
    }

    private static async Task WriteAsync(Writer writer, HttpClient browser)
    {
        using (browser)
        {
            for (var i = 0; i < Each; i++)
                await writer.StepAsync(browser, Cancel);
        }
    }

    private string Make(string name)
    {
        var path = Path.Combine(_root, name);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
