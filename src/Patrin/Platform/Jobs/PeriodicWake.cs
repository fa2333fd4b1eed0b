using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Patrin.Platform.Jobs;

/// <summary>Lets a task run before its time on this node, for instance because mail was put into the outbox.</summary>
public sealed class PeriodicWake(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Channel<bool>> _calls = new(StringComparer.Ordinal);

    public void Wake(string task) => Calls(task).Writer.TryWrite(true);

    /// <summary>Waits for a call, at most <paramref name="longest"/>; true when there was one.</summary>
    internal async Task<bool> WaitAsync(string task, TimeSpan longest, CancellationToken cancel)
    {
        var calls = Calls(task).Reader;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(Task.Delay(longest, clock, done.Token), calls.WaitToReadAsync(done.Token).AsTask());
        await done.CancelAsync();
        cancel.ThrowIfCancellationRequested();
        return calls.TryRead(out _);
    }

    // One call waiting is enough, however many came.
    private Channel<bool> Calls(string task) =>
        _calls.GetOrAdd(task, _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));
}
