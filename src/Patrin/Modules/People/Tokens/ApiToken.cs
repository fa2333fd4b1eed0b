using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Tokens;

/// <summary>Lets a program act for one person in one organisation. Shown once, kept as a hash, over after a year at most (quality.md R-30).</summary>
public sealed class ApiToken
{
    public const string Sign = KeysInAddresses.Sign;
    public const int NameMax = 80, PrefixLength = 15, DaysMax = 365, PerAccount = 20;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    /// <summary>The one organisation it acts for.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>What it is for, in the person's words.</summary>
    public required string Name { get; init; }

    /// <summary>Its first characters: enough to find and revoke a leaked one, too few to use it.</summary>
    public required string Prefix { get; init; }

    public required string TokenHash { get; init; }

    /// <summary>May write; otherwise reads only.</summary>
    public required bool MayWrite { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public DateTime? LastUsedAt { get; init; }

    public DateTime? RevokedAt { get; init; }

    public Account Account { get; init; } = null!;

    public Organisation Organisation { get; init; } = null!;
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_tokens");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Name).HasMaxLength(ApiToken.NameMax);
        builder.Property(t => t.Prefix).HasMaxLength(ApiToken.PrefixLength);
        builder.Property(t => t.TokenHash).HasMaxLength(64);
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasIndex(t => t.Prefix);
        builder.HasIndex(t => new { t.AccountId, t.CreatedAt });
        builder.HasOne(t => t.Account).WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(t => t.Organisation).WithMany().HasForeignKey(t => t.OrganisationId).OnDelete(DeleteBehavior.Cascade);
    }
}
