using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Patrin.Platform.Jobs;

/// <summary>
/// Work that comes back: sending mail, digests, retention. Found in the services; runs on one node at a time and may run twice,
/// so it must not mind.
/// </summary>
public interface IPeriodicTask
{
    /// <summary>Stable name, lower case with hyphens; shown to administrators.</summary>
    string Name { get; }

    /// <summary>Time from one start to the next.</summary>
    TimeSpan Every { get; }

    /// <summary>Does what is due now; returns what was done, in numbers.</summary>
    Task<TaskResult> RunAsync(CancellationToken cancel);
}

/// <summary>When a periodic task ran last and who runs it now.</summary>
public sealed class PeriodicRun
{
    public required string Name { get; init; }

    public DateTime NextAt { get; set; }

    /// <summary>A node that stops answering loses the task at this instant.</summary>
    public DateTime? LeaseUntil { get; set; }

    public string LeaseHolder { get; set; } = "";

    public DateTime? LastAt { get; set; }

    public bool LastFailed { get; set; }

    /// <summary>What a good run did (<see cref="TaskResult"/>); after a failure, the kind of fault.</summary>
    public string LastResult { get; set; } = "";
}

internal sealed class PeriodicRunMapping : IEntityTypeConfiguration<PeriodicRun>
{
    public void Configure(EntityTypeBuilder<PeriodicRun> builder)
    {
        builder.ToTable("periodic_runs");
        builder.HasKey(r => r.Name);
        builder.Property(r => r.Name).HasMaxLength(60);
        builder.Property(r => r.LeaseHolder).HasMaxLength(80);
    }
}
