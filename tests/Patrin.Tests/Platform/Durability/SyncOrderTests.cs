using System.Globalization;

namespace Patrin.Tests.Platform.Durability;

/// <summary>What is acknowledged is on the disk: not in the program, not in the system's memory.</summary>
[Collection("The program under stress")]
public sealed class SyncOrderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("patrin-order-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task R02_no_acknowledgement_leaves_before_the_sync()
    {
        Assert.SkipWhen(await TracedServer.MissingAsync() is { } missing, await TracedServer.MissingAsync() ?? "");
        var writers = await Desks.PrepareAsync(_data, 1);
        var calls = await TracedServer.RunAsync(_data, async server =>
        {
            writers[0].Know(StoredData.VersionsOf(Path.Combine(_data, "patrin.db")));
            using var browser = TracedServer.Patient(server);
            for (var i = 0; i < 2 * Writer.Kinds.Length; i++)
                await writers[0].StepAsync(browser, Cancel);
        });
        var answers = TracedServer.Answers(calls);
        Assert.True(writers[0].Refused.IsEmpty, writers[0].Refused.FirstOrDefault().ToString());
        Assert.Equal(2 * Writer.Kinds.Length, answers.Count);
        foreach (var answer in answers)
            Assert.Equal("", Fault(answer, calls));
    }

    /// <summary>Of each file, the last write between request and answer has a sync that began after it and ended before the answer.</summary>
    private static string Fault(Answer answer, IReadOnlyList<SystemCall> calls)
    {
        var during = calls.Where(c => c.End > answer.Received.Begin && c.End < answer.Sent.Begin).ToList();
        var written = during.Where(c => c.Kind == CallKind.Write && !c.File.EndsWith("-shm", StringComparison.Ordinal)).GroupBy(c => c.File).ToList();
        if (written.Count == 0)
            return $"Write {answer.Write} was acknowledged and nothing was written.";
        return string.Concat(written.Select(f => f.Last()).Where(w => !during.Exists(s => s.Kind == CallKind.Sync && s.File == w.File && s.Begin > w.End))
            .Select(w => string.Create(CultureInfo.InvariantCulture, $"Write {answer.Write} was acknowledged (line {answer.Sent.Begin} of the trace) before {w.File} (line {w.End}) was synced. ")));
    }
}
