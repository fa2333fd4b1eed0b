using System.ComponentModel;
using System.Diagnostics;

namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>Which limit a worker broke.</summary>
internal enum WorkerBreach
{
    None,
    Memory,
    ProcessorTime,
    WallTime,
}

/// <summary>Looks at a running worker every few milliseconds and kills it when it breaks a limit.</summary>
internal sealed class WorkerWatch(Process process, ExtractionLimits limits) : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(20);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _kill = new();
    private TimeSpan _processor;
    private long _peak;

    public WorkerBreach Breach { get; private set; }

    public ExtractionCost Cost => new(_clock.Elapsed, _processor, _peak);

    public async Task UntilEndAsync(CancellationToken cancellation)
    {
        var end = process.WaitForExitAsync(cancellation);
        while (!end.IsCompleted)
        {
            Breach = Look();
            if (Breach != WorkerBreach.None)
            {
                Kill();
                break;
            }

            await Task.WhenAny(end, Task.Delay(_interval, cancellation));
        }

        await end;
        _clock.Stop();
    }

    /// <summary>Ends the worker and whatever it started. Harmless when it is gone already.</summary>
    public void Kill()
    {
        lock (_kill)
        {
            try
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                    process.WaitForExit();
                }
            }
            catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
            {
                // It ended between the question and the kill.
            }
        }
    }

    public void Dispose() => Kill();

    private WorkerBreach Look()
    {
        if (_clock.Elapsed > limits.WorkerWallTime)
            return WorkerBreach.WallTime;
        try
        {
            process.Refresh();
            _processor = process.TotalProcessorTime;
            _peak = Math.Max(_peak, process.WorkingSet64);
        }
        catch (Exception gone) when (gone is InvalidOperationException or Win32Exception)
        {
            return WorkerBreach.None;
        }

        if (_peak > limits.WorkerMemoryBytes)
            return WorkerBreach.Memory;
        return _processor > limits.WorkerProcessorTime ? WorkerBreach.ProcessorTime : WorkerBreach.None;
    }
}
