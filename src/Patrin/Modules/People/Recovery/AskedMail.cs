using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Patrin.Modules.People.Recovery;

/// <summary>What somebody asked to be sent.</summary>
public enum AskedFor
{
    SignInLink,
    PasswordReset,

    /// <summary>Tells the owner that somebody failed to sign in again and again.</summary>
    FailedSignIns,
}

/// <summary>
/// A mail that was asked for to an address. Whether the address has an account is looked up afterwards, out of the request:
/// the answer is the same, in bytes and in time, for known and unknown addresses (quality.md R-23).
/// </summary>
public sealed class AskedMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required AskedFor What { get; init; }

    public required string Mail { get; init; }

    /// <summary>Where to go on afterwards, a local path.</summary>
    public string Next { get; init; } = "";

    public required DateTime At { get; init; }
}

internal sealed class AskedMailMapping : IEntityTypeConfiguration<AskedMail>
{
    public void Configure(EntityTypeBuilder<AskedMail> builder)
    {
        builder.ToTable("asked_mails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Mail).HasMaxLength(254);
        builder.Property(m => m.Next).HasMaxLength(400);
    }
}
