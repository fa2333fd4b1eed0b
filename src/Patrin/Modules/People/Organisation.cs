namespace Patrin.Modules.People;

public enum OrganisationState
{
    /// <summary>Asked to join; a curator has not answered yet. Seen by its members and curators only.</summary>
    Waiting,
    Active,

    /// <summary>Stopped: its members cannot act for it, its public page says so.</summary>
    Suspended,

    /// <summary>Refused or left.</summary>
    Closed,
}

/// <summary>What an organisation says about itself (domain.md 3.3); never what others say about it.</summary>
public enum RomaLed
{
    NotStated,
    Yes,
    No,
}

/// <summary>A municipality, a county, an organisation of Roma, an authority: who takes part in the network.</summary>
public sealed class Organisation
{
    public const string Kind = "organisation";
    public const int NameMax = 160, AboutMax = 1500, AddressMax = 300, ReasonMax = 600;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>Folded name without spaces and signs, unique: two organisations cannot look alike.</summary>
    public required string NameKey { get; set; }

    /// <summary>Code of the list actor-type.</summary>
    public required string ActorType { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    /// <summary>Municipality, district or county it works in, by name.</summary>
    public string PlaceName { get; set; } = "";

    /// <summary>Place name folded, in Latin letters: places find their organisations by it.</summary>
    public string PlaceKey { get; set; } = "";

    /// <summary>Folded words of name and place that a search looks in.</summary>
    public string Sought { get; set; } = "";

    /// <summary>Its own words, plain text.</summary>
    public string About { get; set; } = "";

    public string Website { get; set; } = "";

    /// <summary>The organisation's own mailbox, public; never a person's.</summary>
    public string Mailbox { get; set; } = "";

    public RomaLed RomaLed { get; set; }

    public OrganisationState State { get; set; }

    public DateTime CreatedAt { get; init; }

    /// <summary>When a curator checked that it is who it says; null before.</summary>
    public DateTime? VerifiedAt { get; set; }

    /// <summary>How it was checked, in the curator's words; public.</summary>
    public string VerifiedHow { get; set; } = "";

    /// <summary>Why it was refused, suspended or closed, in the curator's words; public for a suspended one.</summary>
    public string StateReason { get; set; } = "";

    /// <summary>The curator who asked to close it for ever; another one must confirm.</summary>
    public Guid? ClosingAskedById { get; set; }

    public DateTime? ClosingAskedAt { get; set; }

    /// <summary>When its public words or its state last changed.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>Raised by whoever changes its members: one at a time (see MembersTurn).</summary>
    public int Turn { get; set; }

    /// <summary>Hidden by a moderator.</summary>
    public DateTime? HiddenAt { get; set; }

    public int Version { get; set; }

    public List<Membership> Memberships { get; } = [];

    /// <summary>Seen by everybody.</summary>
    public bool IsPublic => State is OrganisationState.Active or OrganisationState.Suspended && HiddenAt is null;
}
