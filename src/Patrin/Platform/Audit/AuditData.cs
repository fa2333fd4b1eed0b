using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Platform.Audit;

/// <summary>Tables of the audit trail.</summary>
public static class AuditData
{
    extension(AppDbContext db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}

internal sealed class AuditMapping : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(e => e.Number);
        builder.Property(e => e.Number).ValueGeneratedNever();
        builder.Property(e => e.Actor).HasMaxLength(60);
        builder.Property(e => e.Action).HasMaxLength(AuditEntry.ActionMax);
        builder.Property(e => e.Kind).HasMaxLength(AuditEntry.KindMax);
        builder.Property(e => e.RecordId).HasMaxLength(AuditEntry.RecordMax);
        builder.Property(e => e.Fields).HasMaxLength(AuditEntry.FieldsMax);
        builder.Property(e => e.RequestId).HasMaxLength(40);
        builder.Property(e => e.Hash).HasMaxLength(64);
        builder.HasIndex(e => new { e.Kind, e.RecordId, e.Number });
        builder.HasIndex(e => new { e.Actor, e.Number });
        builder.HasIndex(e => new { e.OrganisationId, e.Number });
        builder.HasIndex(e => new { e.Action, e.Number });
        builder.HasIndex(e => e.At);
    }

    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.ToTable("audit_head");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.Hash).HasMaxLength(64);
        builder.Property(h => h.Seal).HasMaxLength(64);
        builder.HasData(new AuditHead());
    }
}
