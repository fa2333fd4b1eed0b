using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Modules.People.Organisations;

namespace Patrin.Modules.People.Join;

/// <summary>Somebody asks to join with an organisation. Before the address is confirmed it is nothing but this row, and it is removed after a day.</summary>
public sealed class JoinRequest
{
    public const int WhyMax = 1500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Hash of the link in the mail.</summary>
    public required string TokenHash { get; init; }

    public required DateTime AskedAt { get; init; }

    public required DateTime EndsAt { get; init; }

    public DateTime? ConfirmedAt { get; set; }

    public required string Mail { get; set; }

    /// <summary>The address as it is compared.</summary>
    public required string MailKey { get; init; }

    /// <summary>Name of the person who asks.</summary>
    public required string AskerName { get; set; }

    public required string Language { get; init; }

    public required string Name { get; init; }

    public required string ActorType { get; init; }

    public required string Country { get; init; }

    public required string PlaceName { get; init; }

    public required string Website { get; init; }

    public required RomaLed RomaLed { get; init; }

    /// <summary>Why they want to join; for curators only.</summary>
    public required string Why { get; set; }

    /// <summary>The account that asked; set when confirmed.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The organisation that came of it.</summary>
    public Guid? OrganisationId { get; set; }

    /// <summary>What a curator wants to know, and the answer.</summary>
    public string Question { get; set; } = "";

    public string Answer { get; set; } = "";

    public OrganisationForm ToForm() => new()
    {
        Name = Name, ActorType = ActorType, Country = Country, PlaceName = PlaceName, About = "", Website = Website, Mailbox = "", RomaLed = RomaLed,
    };
}

internal sealed class JoinRequestMapping : IEntityTypeConfiguration<JoinRequest>
{
    public void Configure(EntityTypeBuilder<JoinRequest> builder)
    {
        builder.ToTable("join_requests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.TokenHash).HasMaxLength(64);
        builder.Property(r => r.Mail).HasMaxLength(MailAddress.Max);
        builder.Property(r => r.MailKey).HasMaxLength(MailAddress.Max);
        builder.HasIndex(r => r.MailKey);
        builder.Property(r => r.AskerName).HasMaxLength(Account.NameMax);
        builder.Property(r => r.Language).HasMaxLength(8);
        builder.Property(r => r.Name).HasMaxLength(Organisation.NameMax);
        builder.Property(r => r.ActorType).HasMaxLength(40);
        builder.Property(r => r.Country).HasMaxLength(2);
        builder.Property(r => r.PlaceName).HasMaxLength(Organisation.NameMax);
        builder.Property(r => r.Website).HasMaxLength(Organisation.AddressMax);
        builder.Property(r => r.Why).HasMaxLength(JoinRequest.WhyMax);
        builder.Property(r => r.Question).HasMaxLength(Organisation.ReasonMax);
        builder.Property(r => r.Answer).HasMaxLength(JoinRequest.WhyMax);
        builder.HasIndex(r => r.TokenHash).IsUnique();
        builder.HasIndex(r => r.EndsAt);
        builder.HasIndex(r => r.AccountId);
        builder.HasIndex(r => r.OrganisationId);
    }
}
