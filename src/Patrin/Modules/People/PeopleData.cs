using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Modules.People.Organisations;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People;

/// <summary>Tables of this module.</summary>
public static class PeopleData
{
    extension(AppDbContext db)
    {
        public DbSet<Account> Accounts => db.Set<Account>();

        public DbSet<Organisation> Organisations => db.Set<Organisation>();

        public DbSet<Membership> Memberships => db.Set<Membership>();

        public DbSet<RoleGrant> RoleGrants => db.Set<RoleGrant>();

        public DbSet<Session> Sessions => db.Set<Session>();
    }

    /// <summary>Memberships that count now.</summary>
    public static IQueryable<Membership> At(this IQueryable<Membership> memberships, DateTime now) =>
        memberships.Where(m => m.From <= now && (m.To == null || m.To > now));

    /// <summary>Roles that count now.</summary>
    public static IQueryable<RoleGrant> At(this IQueryable<RoleGrant> grants, DateTime now) =>
        grants.Where(g => g.From <= now && (g.To == null || g.To > now));

    /// <summary>Managers who can act now.</summary>
    public static IQueryable<Membership> Managing(this IQueryable<Membership> memberships, DateTime now) =>
        memberships.At(now).Where(m => m.Role == OrganisationRole.Manager && m.Account.State == AccountState.Active);

    /// <summary>Of these managers those of one account that no other one could stand in for, in organisations that still exist.</summary>
    public static IQueryable<Membership> OnlyOf(this IQueryable<Membership> managing, Guid account) => managing
        .Where(m => m.AccountId == account && m.Organisation.State != OrganisationState.Closed)
        .Where(m => !managing.Any(o => o.OrganisationId == m.OrganisationId && o.AccountId != account));

    /// <summary>Administrators who can act now.</summary>
    public static IQueryable<RoleGrant> Administrating(this IQueryable<RoleGrant> grants, DateTime now) =>
        grants.At(now).Where(g => g.Role == NetworkRole.Administrator && g.Account.State == AccountState.Active);

    /// <summary>Organisations that everybody may see. Every outlet begins here.</summary>
    public static IQueryable<Organisation> Public(this IQueryable<Organisation> organisations) =>
        organisations.Where(o => (o.State == OrganisationState.Active || o.State == OrganisationState.Suspended) && o.HiddenAt == null);
}

internal sealed class AccountMapping :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>,
    IEntityTypeConfiguration<Session>,
    IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.UserName).HasMaxLength(254);
        builder.Property(a => a.NormalizedUserName).HasMaxLength(254);
        builder.Property(a => a.Email).HasMaxLength(254);
        builder.Property(a => a.NormalizedEmail).HasMaxLength(254);
        builder.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(a => a.DisplayName).HasMaxLength(Account.NameMax);
        builder.Property(a => a.NameKey).HasMaxLength(Account.NameMax * 2);
        builder.Property(a => a.StateReason).HasMaxLength(Account.ReasonMax);
        builder.Property(a => a.Language).HasMaxLength(8);
        // Not asked for, so not kept: telephone numbers. Failed attempts have a table of their own.
        builder.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed).Ignore(a => a.TwoFactorEnabled)
            .Ignore(a => a.LockoutEnd).Ignore(a => a.LockoutEnabled).Ignore(a => a.AccessFailedCount).Ignore(a => a.HasAuthenticator);
        builder.HasIndex(a => a.NormalizedUserName).IsUnique();
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.HasIndex(a => a.SignedInAt);
        builder.HasIndex(a => new { a.State, a.NameKey });
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("account_logins");
        builder.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        builder.Property(l => l.ProviderDisplayName).HasMaxLength(120);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("account_passkeys");
        builder.HasKey(p => p.CredentialId);
        builder.Property(p => p.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(p => p.Data).ToJson();
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.TokenHash).HasMaxLength(64);
        builder.Property(s => s.Device).HasMaxLength(80);
        builder.Property(s => s.Network).HasMaxLength(45);
        builder.HasIndex(s => s.TokenHash).IsUnique();
        builder.HasIndex(s => s.EndsAt);
        builder.HasOne(s => s.Account).WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.ToTable("role_grants");
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasIndex(g => new { g.AccountId, g.Role });
        builder.Property(g => g.Reason).HasMaxLength(Organisation.ReasonMax);
        builder.Property(g => g.EndReason).HasMaxLength(Organisation.ReasonMax);
        builder.HasIndex(g => g.Role);
        builder.HasOne(g => g.Account).WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Name).HasMaxLength(Organisation.NameMax);
        builder.Property(o => o.NameKey).HasMaxLength(OrganisationName.KeyMax);
        builder.Property(o => o.PlaceKey).HasMaxLength(OrganisationName.KeyMax);
        builder.Property(o => o.Sought).HasMaxLength(1500);
        builder.Property(o => o.VerifiedHow).HasMaxLength(Organisation.ReasonMax);
        builder.Property(o => o.StateReason).HasMaxLength(Organisation.ReasonMax);
        builder.Property(o => o.ActorType).HasMaxLength(40);
        builder.Property(o => o.Country).HasMaxLength(2);
        builder.Property(o => o.PlaceName).HasMaxLength(160);
        builder.Property(o => o.About).HasMaxLength(Organisation.AboutMax);
        builder.Property(o => o.Website).HasMaxLength(Organisation.AddressMax);
        builder.Property(o => o.Mailbox).HasMaxLength(254);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.IsPublic);
        builder.HasIndex(o => o.NameKey).IsUnique();
        builder.HasIndex(o => new { o.State, o.Name });
        builder.HasIndex(o => new { o.Country, o.PlaceKey });
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.AccountId, m.OrganisationId });
        builder.HasIndex(m => new { m.OrganisationId, m.To });
        builder.HasOne(m => m.Organisation).WithMany(o => o.Memberships).HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(m => m.Account).WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
