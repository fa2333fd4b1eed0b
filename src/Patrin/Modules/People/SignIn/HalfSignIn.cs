using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Modules.People.Sessions;

namespace Patrin.Modules.People.SignIn;

/// <summary>Somebody showed the first factor and must show the second: kept on the server for ten minutes.</summary>
public sealed class HalfSignIn
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(10);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string TokenHash { get; init; }

    public required Guid AccountId { get; init; }

    public required SignInMethod Method { get; init; }

    /// <summary>Where to go on afterwards, a local path.</summary>
    public string Next { get; init; } = "";

    /// <summary>Hash of the security stamp: a change of the account ends it.</summary>
    public required string StampHash { get; init; }

    public required DateTime EndsAt { get; init; }

    public Account Account { get; init; } = null!;
}

internal sealed class HalfSignInMapping : IEntityTypeConfiguration<HalfSignIn>
{
    public void Configure(EntityTypeBuilder<HalfSignIn> builder)
    {
        builder.ToTable("half_sign_ins");
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.TokenHash).HasMaxLength(64);
        builder.Property(h => h.StampHash).HasMaxLength(64);
        builder.Property(h => h.Next).HasMaxLength(400);
        builder.HasIndex(h => h.TokenHash).IsUnique();
        builder.HasIndex(h => h.EndsAt);
        builder.HasOne(h => h.Account).WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
