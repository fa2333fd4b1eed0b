using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning;

/// <summary>Tables of this module.</summary>
public static class TwinningData
{
    extension(AppDbContext db)
    {
        public DbSet<Round> Rounds => db.Set<Round>();

        public DbSet<RoundPair> RoundPairs => db.Set<RoundPair>();

        public DbSet<RoundUnmatched> RoundUnmatched => db.Set<RoundUnmatched>();

        /// <summary>Saves, or says in words that somebody else was faster.</summary>
        public async Task SaveRoundAsync(CancellationToken cancel)
        {
            try
            {
                await db.SaveChangesAsync(cancel);
            }
            catch (DbUpdateConcurrencyException)
            {
                throw new RuleBroken("", "Somebody else changed this round at the same time. Load the page again.");
            }
        }
    }
}

internal sealed class RoundMapping :
    IEntityTypeConfiguration<Round>,
    IEntityTypeConfiguration<RoundPair>,
    IEntityTypeConfiguration<RoundUnmatched>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("twinning_rounds");
        builder.Property(r => r.Title).HasMaxLength(Round.TitleMax);
        builder.Property(r => r.OpenedBy).HasMaxLength(Round.PersonMax);
        builder.Property(r => r.PublishedBy).HasMaxLength(Round.PersonMax);
        builder.Property(r => r.RunBy).HasMaxLength(Round.PersonMax);
        // A round that was published a moment ago must not be worked out again by somebody who still sees the old page.
        builder.Property(r => r.Status).IsConcurrencyToken();
        builder.Property(r => r.MethodVersion).HasMaxLength(Round.MethodMax);
        builder.Property(r => r.Rules).HasMaxLength(-1);
        builder.Property(r => r.Inputs).HasMaxLength(-1);
        builder.Property(r => r.Result).HasMaxLength(-1);
        // Two secretariats that open a round at once get two numbers: the second save fails and is repeated.
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasMany(r => r.Pairs).WithOne().HasForeignKey(p => p.RoundId);
        builder.HasMany(r => r.Unmatched).WithOne().HasForeignKey(u => u.RoundId);
    }

    public void Configure(EntityTypeBuilder<RoundPair> builder)
    {
        builder.ToTable("twinning_round_pairs");
        builder.HasKey(p => new { p.RoundId, p.PlaceA, p.PlaceB });
        builder.Property(p => p.PlaceA).HasMaxLength(RoundPair.KeyMax);
        builder.Property(p => p.PlaceB).HasMaxLength(RoundPair.KeyMax);
        builder.Property(p => p.Parts).HasMaxLength(-1);
        builder.HasIndex(p => p.PlaceA);
        builder.HasIndex(p => p.PlaceB);
    }

    public void Configure(EntityTypeBuilder<RoundUnmatched> builder)
    {
        builder.ToTable("twinning_round_unmatched");
        builder.HasKey(u => new { u.RoundId, u.Place });
        builder.Property(u => u.Place).HasMaxLength(RoundPair.KeyMax);
        builder.Property(u => u.Missing).HasMaxLength(RoundUnmatched.MissingMax);
        builder.HasIndex(u => u.Place);
    }
}
