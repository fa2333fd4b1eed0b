using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;

namespace Patrin.Modules.Vocabulary.Wording;

/// <summary>Lays the changes in the database over the shipped lists.</summary>
public sealed class LoadWording(AppDbContext db, WordingHints hints)
{
    private const int Most = 5000;

    public async Task RunAsync(CancellationToken cancel) =>
        hints.Apply(await db.WordingChanges.AsNoTracking().Where(c => c.EndedAt == null).OrderBy(c => c.Id).Take(Most).ToListAsync(cancel));
}

/// <summary>Looks every two seconds whether another node changed a list: a new wording counts everywhere at once.</summary>
internal sealed partial class FollowWording(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FollowWording> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<LoadWording>().RunAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The database may be away for a while: the lists stay as they are, and the loop goes on.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                NotRead(log, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The changes of the wording lists could not be read: {Fault}.")]
    private static partial void NotRead(ILogger log, string fault);
}
