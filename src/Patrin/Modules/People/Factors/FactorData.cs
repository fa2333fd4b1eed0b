using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Patrin.Modules.People.Factors;

/// <summary>A code for the day the authenticator is lost. Kept as a keyed hash, works once.</summary>
public sealed class RecoveryCode
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required string CodeMark { get; init; }

    public DateTime? UsedAt { get; init; }
}

/// <summary>What a passkey challenge was made for: it answers nothing else.</summary>
public enum ChallengeUse
{
    SignIn,
    Register,
    Prove,
}

/// <summary>A challenge a passkey must sign: kept on the server, five minutes, used up by the first answer.</summary>
public sealed class PasskeyChallenge
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string TokenHash { get; init; }

    public required ChallengeUse Use { get; init; }

    /// <summary>The account that registers or proves; null at sign-in, where nobody is known yet.</summary>
    public Guid? AccountId { get; init; }

    public required string State { get; init; }

    public required DateTime EndsAt { get; init; }
}

internal sealed class FactorMapping : IEntityTypeConfiguration<RecoveryCode>, IEntityTypeConfiguration<PasskeyChallenge>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_codes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.CodeMark).HasMaxLength(64);
        builder.HasIndex(c => new { c.AccountId, c.CodeMark });
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PasskeyChallenge> builder)
    {
        builder.ToTable("passkey_challenges");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.TokenHash).HasMaxLength(64);
        builder.Property(c => c.State).HasMaxLength(4000);
        builder.HasIndex(c => c.TokenHash).IsUnique();
        builder.HasIndex(c => c.EndsAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
