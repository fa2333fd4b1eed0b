using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Moderation;

/// <summary>Tables of moderation.</summary>
public static class ModerationData
{
    extension(AppDbContext db)
    {
        public DbSet<ModerationCase> ModerationCases => db.Set<ModerationCase>();

        public DbSet<Report> Reports => db.Set<Report>();

        public DbSet<Statement> Statements => db.Set<Statement>();

        public DbSet<Appeal> Appeals => db.Set<Appeal>();
    }
}

internal sealed class ModerationMapping :
    IEntityTypeConfiguration<ModerationCase>, IEntityTypeConfiguration<Report>, IEntityTypeConfiguration<Statement>, IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<ModerationCase> builder)
    {
        builder.ToTable("moderation_cases");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ItemKind).HasMaxLength(ModerationCase.KindMax);
        builder.Property(c => c.Reason).HasMaxLength(40);
        builder.Property(c => c.Evidence).HasMaxLength(-1);
        builder.Property(c => c.TextMark).HasMaxLength(64);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => new { c.ItemKind, c.ItemId, c.State });
        builder.HasIndex(c => new { c.State, c.OpenedAt });
        builder.HasIndex(c => c.OpenedAt);
        builder.HasIndex(c => c.Reason);
        builder.HasIndex(c => c.AuthorOrganisationId);
        builder.HasIndex(c => c.AuthorAccountId);
        builder.HasMany(c => c.Reports).WithOne().HasForeignKey(r => r.CaseId);
        builder.HasMany(c => c.Statements).WithOne().HasForeignKey(s => s.CaseId);
        builder.HasMany(c => c.Appeals).WithOne().HasForeignKey(a => a.CaseId);
    }

    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("moderation_reports");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Reason).HasMaxLength(40);
        builder.Property(r => r.Details).HasMaxLength(Report.DetailsMax);
        builder.Property(r => r.ReporterName).HasMaxLength(Report.NameMax);
        builder.Property(r => r.ReporterMail).HasMaxLength(Report.MailMax);
        builder.Property(r => r.Language).HasMaxLength(8);
        builder.Property(r => r.CodeHash).HasMaxLength(64);
        builder.Property(r => r.NetworkMark).HasMaxLength(64);
        builder.HasIndex(r => r.CodeHash).IsUnique();
        builder.HasIndex(r => r.ReporterId);
        builder.HasIndex(r => r.At);
    }

    public void Configure(EntityTypeBuilder<Statement> builder)
    {
        builder.ToTable("moderation_statements");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Facts).HasMaxLength(Statement.FactsMax);
        builder.Property(s => s.Rule).HasMaxLength(40);
        builder.Property(s => s.Law).HasMaxLength(Statement.LawMax);
        builder.HasIndex(s => s.At);
        builder.HasIndex(s => s.ById);
    }

    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.ToTable("moderation_appeals");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Text).HasMaxLength(Appeal.TextMax);
        builder.HasIndex(a => a.ByAccountId);
    }
}
