using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Notices;

public static class NoticeData
{
    extension(AppDbContext db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();

        public DbSet<NoticeChoice> NoticeChoices => db.Set<NoticeChoice>();
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(Notice.TextMax);
        builder.Property(n => n.Arguments).HasMaxLength(2000);
        builder.HasIndex(n => new { n.AccountId, n.At });
        builder.HasIndex(n => new { n.AccountId, n.ReadAt });
        builder.HasIndex(n => new { n.SettledAt, n.At });
        builder.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.ToTable("notice_choices");
        builder.HasKey(c => new { c.AccountId, c.Topic });
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
