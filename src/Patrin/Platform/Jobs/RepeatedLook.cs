namespace Patrin.Platform.Jobs;

/// <summary>
/// Looks every few seconds whether another node changed something that this one keeps in memory. Whatever goes wrong, the node goes on
/// with what it has and looks again; the log says so once, not every few seconds.
/// </summary>
internal abstract partial class RepeatedLook(TimeSpan every, ILogger log) : BackgroundService
{
    protected abstract Task LookAsync(CancellationToken cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The machine's time, not the clock of the site: a test that moves that by months would look a million times.
        using var timer = new PeriodicTimer(every);
        var failed = false;
        do
        {
            try
            {
                await LookAsync(stoppingToken);
                failed = false;
            }
#pragma warning disable CA1031 // A look that fails must not stop the whole site.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                if (!failed)
                    NotSeen(log, fault.GetType().Name);
                failed = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What other nodes changed cannot be read now ({Fault}); it is tried again.")]
    private static partial void NotSeen(ILogger log, string fault);
}
