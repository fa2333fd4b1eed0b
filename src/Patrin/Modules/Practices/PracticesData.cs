using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Modules.Practices;

/// <summary>Tables of this module.</summary>
public static class PracticesData
{
    extension(AppDbContext db)
    {
        public DbSet<Practice> Practices => db.Set<Practice>();

        public DbSet<PracticeFacet> PracticeFacets => db.Set<PracticeFacet>();

        public DbSet<PracticeStep> PracticeSteps => db.Set<PracticeStep>();

        public DbSet<PracticeChange> PracticeChanges => db.Set<PracticeChange>();
    }

    /// <summary>The records a visitor may read. Every page, list and download for the public starts here, never with the table.</summary>
    public static IQueryable<Practice> Readable(this IQueryable<Practice> practices) =>
        practices.Where(p => p.Standing != Standing.Hidden && p.HiddenAt == null && p.Shown != null);

    /// <summary>Of the readable ones those that lists show.</summary>
    public static IQueryable<Practice> Listed(this IQueryable<Practice> practices) =>
        practices.Readable().Where(p => p.Standing != Standing.Archived);
}

internal sealed class PracticesMapping :
    IEntityTypeConfiguration<Practice>,
    IEntityTypeConfiguration<PracticeFacet>,
    IEntityTypeConfiguration<PracticeStep>,
    IEntityTypeConfiguration<PracticeChange>
{
    public void Configure(EntityTypeBuilder<Practice> builder)
    {
        builder.ToTable("practices");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Slug).HasMaxLength(Practice.SlugMax);
        builder.Property(p => p.Title).HasMaxLength(PracticeContent.TitleMax);
        builder.Property(p => p.Summary).HasMaxLength(PracticeContent.SummaryMax);
        builder.Property(p => p.OwnerName).HasMaxLength(Practice.NameMax);
        builder.Property(p => p.PlaceName).HasMaxLength(Practice.NameMax);
        builder.Property(p => p.PlaceKey).HasMaxLength(120);
        builder.Property(p => p.Language).HasMaxLength(35);
        builder.Property(p => p.Country).HasMaxLength(2);
        builder.Property(p => p.Nuts3).HasMaxLength(10);
        builder.Property(p => p.From).HasMaxLength(10);
        builder.Property(p => p.To).HasMaxLength(10);
        builder.Property(p => p.Shown).HasMaxLength(Practice.ContentMax);
        builder.Property(p => p.Working).HasMaxLength(Practice.ContentMax);
        builder.Property(p => p.WorkingVersion).IsConcurrencyToken();
        builder.Ignore(p => p.ShownContent).Ignore(p => p.WorkingContent);
        builder.HasIndex(p => p.Slug).IsUnique();
        builder.HasIndex(p => p.Change);
        builder.HasIndex(p => p.OwnerId);
        builder.HasIndex(p => p.PlaceKey);
        builder.HasIndex(p => new { p.Status, p.SubmittedAt });
    }

    public void Configure(EntityTypeBuilder<PracticeFacet> builder)
    {
        builder.ToTable("practice_facets");
        builder.HasKey(f => new { f.PracticeId, f.Facet, f.Code });
        builder.Property(f => f.Facet).HasMaxLength(PracticeFacet.TextMax);
        builder.Property(f => f.Code).HasMaxLength(PracticeFacet.TextMax);
        builder.HasOne<Practice>().WithMany().HasForeignKey(f => f.PracticeId);
    }

    public void Configure(EntityTypeBuilder<PracticeStep> builder)
    {
        builder.ToTable("practice_steps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Action).HasMaxLength(PracticeStep.ActionMax);
        builder.Property(s => s.By).HasMaxLength(PracticeStep.NameMax);
        builder.Property(s => s.Reason).HasMaxLength(PracticeStep.ReasonMax);
        builder.HasIndex(s => new { s.PracticeId, s.At });
        builder.HasIndex(s => s.ById);
        builder.HasOne<Practice>().WithMany().HasForeignKey(s => s.PracticeId);
    }

    public void Configure(EntityTypeBuilder<PracticeChange> builder)
    {
        builder.ToTable("practice_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasData(new PracticeChange { Number = 1 });
    }
}
