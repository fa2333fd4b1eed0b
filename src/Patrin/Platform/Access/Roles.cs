namespace Patrin.Platform.Access;

/// <summary>What somebody does for the whole network (domain.md 8.1). A grant has from and to dates.</summary>
public enum NetworkRole
{
    /// <summary>Imports documents, decides on claims, approves and verifies organisations.</summary>
    Curator,

    /// <summary>Reviews practices.</summary>
    Reviewer,

    /// <summary>Decides on reports.</summary>
    Moderator,

    /// <summary>Runs twinning rounds.</summary>
    Secretariat,

    /// <summary>Answers recommendations for a programme.</summary>
    ProgrammingBody,

    /// <summary>Accounts, roles, settings, erasure.</summary>
    Administrator,
}

/// <summary>What somebody does for one organisation; each includes what stands before it.</summary>
public enum OrganisationRole
{
    /// <summary>Writes drafts.</summary>
    Editor,

    /// <summary>Publishes in the organisation's name.</summary>
    Publisher,

    /// <summary>Invites, gives roles, hands over.</summary>
    Manager,
}

public static class NetworkRoles
{
    /// <summary>Roles that see or change what could harm people: they need a second factor (quality.md R-27).</summary>
    public static bool IsPrivileged(this NetworkRole role) =>
        role is NetworkRole.Administrator or NetworkRole.Moderator or NetworkRole.Curator;
}
