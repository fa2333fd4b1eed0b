using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Modules.Documents;

/// <summary>Tables of this module.</summary>
public static class DocumentsData
{
    extension(AppDbContext db)
    {
        public DbSet<SourceDocument> Documents => db.Set<SourceDocument>();

        public DbSet<DocumentOriginal> DocumentOriginals => db.Set<DocumentOriginal>();

        public DbSet<DocumentPart> DocumentParts => db.Set<DocumentPart>();

        public DbSet<DocumentSubject> DocumentSubjects => db.Set<DocumentSubject>();

        public DbSet<DocumentCheck> DocumentChecks => db.Set<DocumentCheck>();

        public DbSet<Claim> Claims => db.Set<Claim>();

        public DbSet<ClaimCode> ClaimCodes => db.Set<ClaimCode>();

        public DbSet<ClaimDecision> ClaimDecisions => db.Set<ClaimDecision>();
    }

    /// <summary>Statements that count as facts.</summary>
    public static IQueryable<Claim> Facts(this IQueryable<Claim> claims) =>
        claims.Where(c => (c.State == ClaimState.Accepted || c.State == ClaimState.Corrected) && !c.IsHidden);
}

internal sealed class DocumentMapping :
    IEntityTypeConfiguration<SourceDocument>,
    IEntityTypeConfiguration<DocumentOriginal>,
    IEntityTypeConfiguration<DocumentPart>,
    IEntityTypeConfiguration<DocumentSubject>,
    IEntityTypeConfiguration<DocumentCheck>
{
    public void Configure(EntityTypeBuilder<SourceDocument> builder)
    {
        builder.ToTable("documents");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Title).HasMaxLength(SourceDocument.TitleMax);
        builder.Property(d => d.Publisher).HasMaxLength(SourceDocument.PublisherMax);
        builder.Property(d => d.Address).HasMaxLength(SourceDocument.AddressMax);
        builder.Property(d => d.FileName).HasMaxLength(SourceDocument.FileNameMax);
        builder.Property(d => d.Sha256).HasMaxLength(64);
        builder.Property(d => d.SearchKey).HasMaxLength(SourceDocument.TitleMax + SourceDocument.PublisherMax);
        builder.Property(d => d.Notes).HasMaxLength(4000);
        // The same bytes are one document, also when two people send them at once.
        // The same bytes may be read again in another language (a corrected one), never twice in the same.
        builder.HasIndex(d => new { d.Sha256, d.Language }).IsUnique();
        builder.HasIndex(d => d.Address);
        builder.HasIndex(d => d.SupersedesId);
        builder.HasIndex(d => d.ImportedAt);
        builder.HasOne<SourceDocument>().WithMany().HasForeignKey(d => d.SupersedesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<DocumentOriginal>().WithOne().HasForeignKey<DocumentOriginal>(o => o.DocumentId);
    }

    public void Configure(EntityTypeBuilder<DocumentOriginal> builder)
    {
        builder.ToTable("document_originals");
        builder.HasKey(o => o.DocumentId);
    }

    public void Configure(EntityTypeBuilder<DocumentPart> builder)
    {
        builder.ToTable("document_parts");
        builder.HasKey(p => new { p.DocumentId, p.Number });
        builder.Property(p => p.Text).HasMaxLength(-1);
        builder.Property(p => p.Sentences).HasMaxLength(-1);
        builder.HasOne<SourceDocument>().WithMany(d => d.Parts).HasForeignKey(p => p.DocumentId);
    }

    public void Configure(EntityTypeBuilder<DocumentSubject> builder)
    {
        builder.ToTable("document_subjects");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(s => s.Key).HasMaxLength(DocumentSubject.KeyMax);
        builder.Property(s => s.Name).HasMaxLength(DocumentSubject.NameMax);
        builder.Property(s => s.LocalName).HasMaxLength(DocumentSubject.NameMax);
        builder.HasIndex(s => new { s.DocumentId, s.Key }).IsUnique();
        builder.HasIndex(s => s.Key);
        builder.HasOne<SourceDocument>().WithMany(d => d.Subjects).HasForeignKey(s => s.DocumentId);
    }

    public void Configure(EntityTypeBuilder<DocumentCheck> builder)
    {
        builder.ToTable("document_checks");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(DocumentCheck.CodeMax);
        builder.Property(c => c.Arguments).HasMaxLength(DocumentCheck.ArgumentsMax);
        builder.Property(c => c.Spans).HasMaxLength(4000);
        builder.HasIndex(c => new { c.DocumentId, c.Number }).IsUnique();
        builder.HasIndex(c => c.SubjectKey);
        builder.HasOne<SourceDocument>().WithMany(d => d.Checks).HasForeignKey(c => c.DocumentId);
    }
}

internal sealed class ClaimMapping :
    IEntityTypeConfiguration<Claim>,
    IEntityTypeConfiguration<ClaimCode>,
    IEntityTypeConfiguration<ClaimDecision>
{
    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.ToTable("claims");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(c => c.SubjectKey).HasMaxLength(DocumentSubject.KeyMax);
        builder.Property(c => c.Method).HasMaxLength(Claim.MethodMax);
        builder.Property(c => c.ScopeName).HasMaxLength(Claim.ScopeNameMax);
        builder.Property(c => c.Text).HasMaxLength(Claim.TextMax);
        builder.Property(c => c.Quote).HasMaxLength(-1);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Ignore(c => c.IsFact);
        builder.Ignore(c => c.Reading);
        builder.HasIndex(c => new { c.DocumentId, c.Number }).IsUnique();
        builder.HasIndex(c => new { c.DocumentId, c.State });
        builder.HasIndex(c => new { c.SubjectKey, c.Kind, c.State });
        builder.HasIndex(c => c.PreviousId);
        builder.HasIndex(c => new { c.Kind, c.State });
        builder.HasOne<Claim>().WithMany().HasForeignKey(c => c.PreviousId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Document).WithMany(d => d.Claims).HasForeignKey(c => c.DocumentId);
    }

    public void Configure(EntityTypeBuilder<ClaimCode> builder)
    {
        builder.ToTable("claim_codes");
        builder.HasKey(c => new { c.ClaimId, c.Code });
        builder.Property(c => c.Code).HasMaxLength(ClaimCode.CodeMax);
        builder.HasIndex(c => c.Code);
        builder.HasOne<Claim>().WithMany(c => c.Codes).HasForeignKey(c => c.ClaimId);
    }

    public void Configure(EntityTypeBuilder<ClaimDecision> builder)
    {
        builder.ToTable("claim_decisions");
        builder.Property(x => x.Id).ValueGeneratedNever();
        builder.Property(d => d.By).HasMaxLength(ClaimDecision.ByMax);
        builder.Property(d => d.Reason).HasMaxLength(Claim.ReasonMax);
        builder.Property(d => d.Changes).HasMaxLength(-1);
        builder.HasIndex(d => new { d.ClaimId, d.Version }).IsUnique();
        builder.HasIndex(d => d.At);
        builder.HasIndex(d => d.Batch);
        builder.HasOne<Claim>().WithMany(c => c.Decisions).HasForeignKey(d => d.ClaimId);
    }
}
