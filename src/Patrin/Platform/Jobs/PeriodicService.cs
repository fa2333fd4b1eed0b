namespace Patrin.Platform.Jobs;

/// <summary>One loop a task, so that one that hangs holds up no other. Tests leave this service out and call the runner by hand.</summary>
public sealed class PeriodicService(PeriodicRunner runner, PeriodicWake wake, TimeProvider clock, ILogger<PeriodicService> log) : BackgroundService
{
    // Looks at least this often: a node may have crashed, a clock may have been put right.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30), Shortest = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(runner.Names().Select(name => LoopAsync(name, stoppingToken)));

    private async Task LoopAsync(string name, CancellationToken cancel)
    {
        // The first requests come first.
        var called = await wake.WaitAsync(name, Shortest, cancel);
        while (true)
            called = await wake.WaitAsync(name, await OnceAsync(name, called, cancel), cancel);
    }

    /// <summary>Runs what is due; returns how long to wait.</summary>
    private async Task<TimeSpan> OnceAsync(string name, bool called, CancellationToken cancel)
    {
        try
        {
            await runner.RunAsync(name, called, cancel);
            var next = (await runner.FindAsync(name, cancel))?.NextAt - clock.GetUtcNow().UtcDateTime ?? Longest;
            return next > Longest ? Longest : next < Shortest ? Shortest : next;
        }
#pragma warning disable CA1031 // The database may be away for a while; the loop must outlive that.
        catch (Exception fault) when (!cancel.IsCancellationRequested)
#pragma warning restore CA1031
        {
            JobLog.RunnerFailed(log, name, fault);
            return Longest;
        }
    }
}

/// <summary>Registration of the work that comes back.</summary>
public static class PeriodicWork
{
    /// <summary>The runner alone: verbs of the command line have it without the loops.</summary>
    public static IServiceCollection AddPeriodicRunner(this IServiceCollection services) =>
        services.AddSingleton<PeriodicRunner>().AddSingleton<PeriodicWake>();
}
