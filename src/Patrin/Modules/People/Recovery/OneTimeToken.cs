using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Patrin.Modules.People.Recovery;

/// <summary>What a one-time link is for. A link for one purpose opens nothing else.</summary>
public enum TokenPurpose
{
    /// <summary>A sign-in link by mail.</summary>
    SignIn,
    ResetPassword,

    /// <summary>Shows once more who somebody is, before a sensitive step.</summary>
    Prove,

    /// <summary>Shows that the new address of an account belongs to the person.</summary>
    ConfirmMail,

    /// <summary>The old address agrees to the change of the address.</summary>
    ApproveMailChange,
    Invitation,

    /// <summary>Makes the first administrator, or brings one back by the command line.</summary>
    FirstAdministrator,
}

/// <summary>A link that works once. The link holds 256 random bits, the database their hash.</summary>
public sealed class OneTimeToken
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required TokenPurpose Purpose { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>The account it is bound to; null where there is none yet.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Hash of the account's security stamp: a changed password, address or factor voids the link.</summary>
    public string StampHash { get; init; } = "";

    /// <summary>The address it was sent to, where that is not the account's own.</summary>
    public string Mail { get; init; } = "";

    /// <summary>Id of the record it is about (an invitation), or a path to go on to.</summary>
    public string Subject { get; init; } = "";

    public required DateTime EndsAt { get; init; }

    public DateTime? UsedAt { get; init; }

    public Account? Account { get; init; }
}

internal sealed class OneTimeTokenMapping : IEntityTypeConfiguration<OneTimeToken>
{
    public void Configure(EntityTypeBuilder<OneTimeToken> builder)
    {
        builder.ToTable("one_time_tokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.TokenHash).HasMaxLength(64);
        builder.Property(t => t.StampHash).HasMaxLength(64);
        builder.Property(t => t.Mail).HasMaxLength(254);
        builder.Property(t => t.Subject).HasMaxLength(400);
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasIndex(t => t.EndsAt);
        builder.HasOne(t => t.Account).WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
