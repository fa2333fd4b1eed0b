using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Platform.Privacy;

/// <summary>
/// An erasure that was carried out: a keyed hash of the account's number and nothing else. It is enough to find the account
/// again in an older copy of the database, and useless without the master key.
/// </summary>
public sealed class Erasure
{
    /// <summary>Keyed hash of the account id, lower-case hex.</summary>
    public required string Mark { get; init; }

    public required DateTime At { get; init; }

    /// <summary>When the bytes were purged from the files of the database; null before.</summary>
    public DateTime? PurgedAt { get; set; }
}

internal sealed class ErasureMapping : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable("erasures");
        builder.HasKey(e => e.Mark);
        builder.Property(e => e.Mark).HasMaxLength(64);
        builder.HasIndex(e => e.PurgedAt);
    }
}

public static class ErasureData
{
    extension(AppDbContext db)
    {
        public DbSet<Erasure> Erasures => db.Set<Erasure>();
    }
}
