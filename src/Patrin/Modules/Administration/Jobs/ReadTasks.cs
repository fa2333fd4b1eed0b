using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.Administration.Jobs;

public enum TaskState
{
    /// <summary>Its last run failed, or it has not come for too long.</summary>
    Failed,
    Late,
    Running,
    Well,
    NeverRan,
}

/// <summary>A regular task and how it fares. <c>Fault</c> is a word of the program, for whoever reads its log.</summary>
public sealed record TaskLine(string Name, TimeSpan Every, TaskState State, DateTime? LastAt, TaskResult? Did, string Fault, DateTime? NextAt, string Holder);

/// <summary>All regular tasks of this build with their last and next run, failed ones first.</summary>
public sealed class ReadTasks(AppDbContext db, IEnumerable<IPeriodicTask> tasks, TimeProvider clock)
{
    /// <summary>A task that is this much behind its time is late.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<TaskLine>> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // One row a task of this build: a dozen.
        var runs = await db.Set<PeriodicRun>().AsNoTracking().ToDictionaryAsync(r => r.Name, cancel);
        return [.. tasks.Select(t => Line(t, runs.GetValueOrDefault(t.Name), now)).OrderBy(t => t.State).ThenBy(t => t.Name, StringComparer.Ordinal)];
    }

    private static TaskLine Line(IPeriodicTask task, PeriodicRun? run, DateTime now)
    {
        var running = run?.LeaseUntil > now;
        var state = run switch
        {
            _ when running => TaskState.Running,
            null or { LastAt: null } => TaskState.NeverRan,
            { LastFailed: true } => TaskState.Failed,
            { NextAt: var next } when next + Patience < now => TaskState.Late,
            _ => TaskState.Well,
        };
        return new(task.Name, task.Every, state, run?.LastAt, run is { LastAt: not null, LastFailed: false } ? TaskResult.Read(run.LastResult) : null, run is { LastFailed: true } ? run.LastResult : "", run?.NextAt, running ? Node(run!.LeaseHolder) : "");
    }

    /// <summary>"machine-process-random" without its random part.</summary>
    private static string Node(string holder) => holder.LastIndexOf('-') is > 0 and var cut ? holder[..cut] : holder;
}
