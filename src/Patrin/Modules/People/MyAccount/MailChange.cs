using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Patrin.Modules.People.MyAccount;

/// <summary>A new mail address on its way: it counts once both the old and the new address have agreed.</summary>
public sealed class MailChange
{
    /// <summary>One at a time.</summary>
    public required Guid AccountId { get; init; }

    public required string NewMail { get; set; }

    /// <summary>When the old address agreed.</summary>
    public DateTime? ApprovedAt { get; set; }

    /// <summary>When the new address was shown to be the person's.</summary>
    public DateTime? ConfirmedAt { get; set; }

    public required DateTime EndsAt { get; set; }
}

internal sealed class MailChangeMapping : IEntityTypeConfiguration<MailChange>
{
    public void Configure(EntityTypeBuilder<MailChange> builder)
    {
        builder.ToTable("mail_changes");
        builder.HasKey(c => c.AccountId);
        builder.Property(c => c.NewMail).HasMaxLength(254);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
