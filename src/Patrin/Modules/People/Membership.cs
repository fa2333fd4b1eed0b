using Patrin.Platform.Access;

namespace Patrin.Modules.People;

/// <summary>Somebody acts for an organisation in a role, from a day to a day.</summary>
public sealed class Membership
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OrganisationId { get; init; }

    public required Guid AccountId { get; init; }

    public required OrganisationRole Role { get; set; }

    public required DateTime From { get; init; }

    /// <summary>When it ended or will end; null for open.</summary>
    public DateTime? To { get; set; }

    public Organisation Organisation { get; init; } = null!;

    public Account Account { get; init; } = null!;

    /// <summary>Counts changes: two people who change it at once do not overwrite each other.</summary>
    public int Version { get; set; }
}

/// <summary>Somebody holds a role for the whole network, from a day to a day.</summary>
public sealed class RoleGrant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required NetworkRole Role { get; init; }

    public required DateTime From { get; init; }

    public DateTime? To { get; set; }

    /// <summary>Why it was given, and why it ended; for administrators.</summary>
    public string Reason { get; init; } = "";

    public string EndReason { get; set; } = "";

    public Account Account { get; init; } = null!;
}
