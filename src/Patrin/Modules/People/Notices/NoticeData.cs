using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Notices;

public static class NoticeData
{
    extension(AppDbContext db)
    {
        public DbSet<Notice> Notices => db.Set<Notice>();
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Text).HasMaxLength(Notice.TextMax);
        builder.Property(n => n.Arguments).HasMaxLength(2000);
        builder.HasIndex(n => new { n.AccountId, n.At });
        builder.HasIndex(n => n.MailedAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
