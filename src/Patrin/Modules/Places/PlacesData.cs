using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Modules.Documents;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places;

/// <summary>Tables of this module.</summary>
public static class PlacesData
{
    extension(AppDbContext db)
    {
        public DbSet<Place> Places => db.Set<Place>();

        public DbSet<PlaceMembership> PlaceMemberships => db.Set<PlaceMembership>();

        public DbSet<PlacePassage> PlacePassages => db.Set<PlacePassage>();

        public DbSet<PlaceChange> PlaceChanges => db.Set<PlaceChange>();
    }
}

internal sealed class PlacesMapping :
    IEntityTypeConfiguration<Place>,
    IEntityTypeConfiguration<PlaceMembership>,
    IEntityTypeConfiguration<PlacePassage>,
    IEntityTypeConfiguration<PlaceChange>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places");
        builder.Property(p => p.Key).HasMaxLength(DocumentSubject.KeyMax);
        builder.Property(p => p.Slug).HasMaxLength(Place.SlugMax);
        builder.Property(p => p.Name).HasMaxLength(Place.NameMax);
        builder.Property(p => p.LocalName).HasMaxLength(Place.NameMax);
        builder.Property(p => p.LocalLanguage).HasMaxLength(Place.CodeMax);
        builder.Property(p => p.Country).HasMaxLength(2);
        builder.Property(p => p.Type).HasMaxLength(Place.CodeMax);
        builder.Property(p => p.Nuts3).HasMaxLength(Place.CodeMax);
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasIndex(p => p.Slug).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PlaceMembership> builder)
    {
        builder.ToTable("place_memberships");
        builder.Property(m => m.Programme).HasMaxLength(Place.CodeMax);
        builder.Property(m => m.Status).HasMaxLength(Place.CodeMax);
        builder.HasIndex(m => new { m.PlaceId, m.Programme });
        builder.HasOne<Place>().WithMany(p => p.Memberships).HasForeignKey(m => m.PlaceId);
    }

    public void Configure(EntityTypeBuilder<PlacePassage> builder)
    {
        builder.ToTable("place_passages");
        builder.HasKey(p => p.ClaimId);
        builder.Property(p => p.Before).HasMaxLength(PlacePassage.SideMax + 2);
        builder.Property(p => p.After).HasMaxLength(PlacePassage.SideMax + 2);
        builder.HasOne<Claim>().WithOne().HasForeignKey<PlacePassage>(p => p.ClaimId);
    }

    public void Configure(EntityTypeBuilder<PlaceChange> builder)
    {
        builder.ToTable("place_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasData(new PlaceChange { Number = 1 });
    }
}
