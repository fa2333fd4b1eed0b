using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Platform.Access;

/// <summary>One counted attempt. Whom it concerns cannot be read from it.</summary>
public sealed class ThrottledTry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string KeyMark { get; init; }

    public required DateTime At { get; init; }

    /// <summary>From then on it counts no more.</summary>
    public required DateTime EndsAt { get; init; }
}

internal sealed class ThrottledTryMapping : IEntityTypeConfiguration<ThrottledTry>
{
    public void Configure(EntityTypeBuilder<ThrottledTry> builder)
    {
        builder.ToTable("throttled_tries");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.KeyMark).HasMaxLength(64);
        builder.HasIndex(t => new { t.KeyMark, t.At });
        builder.HasIndex(t => t.EndsAt);
    }
}

/// <summary>Removes attempts that count no more.</summary>
internal sealed class ForgetTries(AppDbContext db, TimeProvider clock) : IPeriodicTask
{
    public string Name => "forget-attempts";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return TaskResult.Of((TaskDid.AttemptsForgotten, await db.Set<ThrottledTry>().Where(t => t.EndsAt < now).ExecuteDeleteAsync(cancel)));
    }
}
