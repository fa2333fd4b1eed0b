using System.Globalization;
using System.Text;

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
            Assert.Equal("", Fault(answer, MarkOf(writers[0].ByNumber[answer.Write], writers[0].Desk), calls));
    }

    /// <summary>Words that stand in a page of the database once the write is there.</summary>
    private static string MarkOf(Acknowledged write, Desk desk) => write.Kind switch
    {
        "choice" => desk.Account.ToString().ToUpperInvariant(),
        "decision" => write.Value.Split(' ')[0],
        _ => write.Value,
    };

    /// <summary>
    /// Between request and answer the value itself was written, and a sync that began after it on the same thread had ended:
    /// the program commits on one thread, and what another transaction (a mail, a look at the keys) writes beside it was promised to nobody.
    /// </summary>
    private static string Fault(Answer answer, string mark, IReadOnlyList<SystemCall> calls)
    {
        var during = calls.Where(c => c.End > answer.Received.Begin && c.End < answer.Sent.Begin).ToList();
        var written = during.Where(c => c.Kind == CallKind.Write && Encoding.UTF8.GetString(c.Data).Contains(mark, StringComparison.Ordinal)).ToList();
        if (written.Count == 0)
            return $"Write {answer.Write} ({mark}) was acknowledged and nothing of it was written.";
        return written.Exists(w => during.Exists(s => s.Kind == CallKind.Sync && s.Thread == w.Thread && s.File == w.File && s.Begin > w.End))
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"Write {answer.Write} ({mark}) was acknowledged (line {answer.Sent.Begin} of the trace) before it was synced.");
    }
}
