using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.Invitations;

/// <summary>Somebody is asked by mail to act for an organisation. Its link works once, for seven days, by every way.</summary>
public sealed class Invitation
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrganisationId { get; init; }

    public required OrganisationRole Role { get; init; }

    public required string Mail { get; set; }

    /// <summary>The address as it is compared.</summary>
    public required string MailKey { get; init; }

    /// <summary>Language of the mail.</summary>
    public required string Language { get; init; }

    /// <summary>Hash of the link; another one after it was sent again.</summary>
    public required string TokenHash { get; set; }

    public required DateTime SentAt { get; set; }

    public required DateTime EndsAt { get; set; }

    /// <summary>Who invited; null after that person was erased.</summary>
    public Guid? InvitedById { get; set; }

    /// <summary>The membership that ends when this is accepted: somebody hands over.</summary>
    public Guid? HandsOver { get; init; }

    public DateTime? AcceptedAt { get; set; }

    public Guid? AcceptedById { get; set; }

    public DateTime? WithdrawnAt { get; set; }

    public Organisation Organisation { get; init; } = null!;
}

internal static class InvitationQueries
{
    /// <summary>Those whose link works now.</summary>
    public static IQueryable<Invitation> Open(this IQueryable<Invitation> invitations, DateTime now) => invitations.Where(i =>
        i.AcceptedAt == null && i.WithdrawnAt == null && i.EndsAt > now
        && (i.Organisation.State == OrganisationState.Active || i.Organisation.State == OrganisationState.Waiting));
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Mail).HasMaxLength(MailAddress.Max);
        builder.Property(i => i.MailKey).HasMaxLength(MailAddress.Max);
        builder.HasIndex(i => i.MailKey);
        builder.Property(i => i.Language).HasMaxLength(8);
        builder.Property(i => i.TokenHash).HasMaxLength(64);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => new { i.OrganisationId, i.SentAt });
        builder.HasIndex(i => i.EndsAt);
        builder.HasIndex(i => i.InvitedById);
        builder.HasIndex(i => i.AcceptedById);
        builder.HasOne(i => i.Organisation).WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
