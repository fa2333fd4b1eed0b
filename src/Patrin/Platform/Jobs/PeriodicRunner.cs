using Patrin.Platform.Data;

namespace Patrin.Platform.Jobs;

/// <summary>
/// Runs periodic tasks: of several nodes one runs a task, a node that crashed loses it after two minutes, an exception ends in
/// one line and the task comes back at its time. Runs that were missed are made up for once, not once each.
/// </summary>
public sealed class PeriodicRunner(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PeriodicRunner> log)
{
    private const int FaultMax = 200;

    // Two runners in one process are two holders.
    private readonly string _holder = $"{Shortened(Environment.MachineName, 30)}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Runs everything that is due, one after the other; returns the names of what ran here.</summary>
    public async Task<IReadOnlyList<string>> RunDueAsync(CancellationToken cancel)
    {
        var ran = new List<string>();
        foreach (var name in Names())
        {
            if (await RunAsync(name, anyway: false, cancel))
                ran.Add(name);
        }

        return ran;
    }

    /// <summary>Runs one task when it is due (or <paramref name="anyway"/>) and nobody else runs it; false when it was left alone.</summary>
    public async Task<bool> RunAsync(string name, bool anyway, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var task = scope.ServiceProvider.GetServices<IPeriodicTask>().Single(t => t.Name == name);
        await LeasesAsync(l => l.AddMissingAsync(name, cancel));
        if (!await LeasesAsync(l => l.TakeAsync(name, task.Every, _holder, anyway, cancel)))
            return false;
        var startedAt = clock.GetUtcNow().UtcDateTime;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var renewing = RenewAsync(name, stop);
        var outcome = await TryAsync(task, stop.Token);
        await stop.CancelAsync();
        await renewing;
        // The server may be stopping: what happened is written down all the same.
        if (outcome is var (failed, result))
            await LeasesAsync(l => l.FinishAsync(name, _holder, startedAt, task.Every, failed, result, CancellationToken.None));
        else
            await LeasesAsync(l => l.ReleaseAsync(name, _holder, CancellationToken.None));
        return true;
    }

    /// <summary>Makes a task due now; whichever node looks first runs it.</summary>
    public async Task MakeDueAsync(string name, CancellationToken cancel)
    {
        await LeasesAsync(l => l.AddMissingAsync(name, cancel));
        await LeasesAsync(l => l.MakeDueAsync(name, cancel));
    }

    /// <summary>Names of all tasks of this build.</summary>
    public IReadOnlyList<string> Names()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IPeriodicTask>().Select(t => t.Name).Order(StringComparer.Ordinal)];
    }

    /// <summary>When the task is due next; null before its first run.</summary>
    internal Task<PeriodicRun?> FindAsync(string name, CancellationToken cancel) => LeasesAsync(l => l.FindAsync(name, cancel));

    /// <summary>Null when the run was cut off.</summary>
    private async Task<(bool Failed, string Result)?> TryAsync(IPeriodicTask task, CancellationToken cancel)
    {
        try
        {
            return (false, (await task.RunAsync(cancel)).ToString());
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
#pragma warning disable CA1031 // One task must not end the others, whatever it throws.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            JobLog.TaskFailed(log, task.Name, fault);
            // The message may hold an address or a name; the kind of fault does not.
            return (true, Shortened(fault.GetType().Name, FaultMax));
        }
    }

    private async Task RenewAsync(string name, CancellationTokenSource stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(PeriodicLeases.Lease / 4, clock, stop.Token);
                if (await LeasesAsync(l => l.RenewAsync(name, _holder, stop.Token)))
                    continue;
                await stop.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The run has ended.
        }
#pragma warning disable CA1031 // The database may be away; the lease then ends by itself.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            JobLog.LeaseNotRenewed(log, name, fault);
        }
    }

    // A context of its own each time: what a task left in its own one is not saved here.
    private async Task<T> LeasesAsync<T>(Func<PeriodicLeases, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(new(scope.ServiceProvider.GetRequiredService<AppDbContext>(), clock));
    }

    private async Task LeasesAsync(Func<PeriodicLeases, Task> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        await use(new(scope.ServiceProvider.GetRequiredService<AppDbContext>(), clock));
    }

    private static string Shortened(string text, int max) => text.Length <= max ? text : text[..max];
}

internal static partial class JobLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The periodic task {Task} failed.")]
    public static partial void TaskFailed(ILogger log, string task, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of the periodic task {Task} could not be renewed.")]
    public static partial void LeaseNotRenewed(ILogger log, string task, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The runner of {Task} met a fault; it tries again.")]
    public static partial void RunnerFailed(ILogger log, string task, Exception fault);
}
