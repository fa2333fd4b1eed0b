namespace Patrin.Modules.Places;

/// <summary>What kind of figure for Roma residents the sources of a place give: the best one they have.</summary>
public enum FigureKind
{
    /// <summary>No figure in the sources. Never the same as zero.</summary>
    None,

    /// <summary>Only for another area or another group: citizens, arrivals, some settlements, a whole region.</summary>
    Other,

    /// <summary>An estimate for the place, or a number without a stated method.</summary>
    Estimate,

    /// <summary>People said so themselves: a census or a survey.</summary>
    Self,
}

/// <summary>
/// A municipality, county or district about which at least one claim was accepted. Everything but the slug is worked out
/// from accepted claims and the file of members; it can be made anew at any time.
/// </summary>
public sealed class Place
{
    public const int CodeMax = 40;
    public const int SlugMax = 120;
    public const int NameMax = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The subject key of its claims: <c>bg-samokov</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The readable part of its address; given once and never changed, so that links last.</summary>
    public required string Slug { get; init; }

    /// <summary>Name in Latin script as readers know it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Name in the place's own script or spelling; empty when it is the same.</summary>
    public string LocalName { get; set; } = "";

    /// <summary>Language of <see cref="LocalName"/>, BCP 47; empty when unknown.</summary>
    public string LocalLanguage { get; set; } = "";

    /// <summary>ISO 3166-1 alpha-2; empty when unknown.</summary>
    public string Country { get; set; } = "";

    /// <summary>A <c>PLACE_TYPE</c> code.</summary>
    public string Type { get; set; } = "";

    public string Nuts3 { get; set; } = "";

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public string? GazetteerId { get; set; }

    /// <summary>For sorting and the size on the map: the ranked or only population figure of the whole place, its lower end if it is a range.</summary>
    public long? Residents { get; set; }

    public FigureKind FigureKind { get; set; }

    /// <summary>How many accepted claims there are; a place without any is not shown.</summary>
    public int Facts { get; set; }

    public DateTime UpdatedAt { get; set; }

    public List<PlaceMembership> Memberships { get; } = [];
}

/// <summary>That a place belongs, or belonged, to a programme: members come and go (domain.md 1.2).</summary>
public sealed class PlaceMembership
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid PlaceId { get; init; }

    /// <summary>Short code of the programme, for instance <c>FRWR</c>.</summary>
    public required string Programme { get; init; }

    /// <summary>A <c>MEMBERSHIP_STATUS</c> code.</summary>
    public required string Status { get; set; }

    /// <summary>First day, as far as it is known.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day; null while it lasts or when unknown.</summary>
    public DateOnly? To { get; set; }
}

/// <summary>
/// The sentence around the words of a claim, cut once when the claim is accepted: pages then never load a whole document.
/// </summary>
public sealed class PlacePassage
{
    public const int SideMax = 320;

    public required Guid ClaimId { get; init; }

    /// <summary>The sentence up to the quoted words.</summary>
    public required string Before { get; set; }

    /// <summary>The sentence after the quoted words.</summary>
    public required string After { get; set; }
}

/// <summary>One row with a number that grows with every change, so that each web node knows when its picture of the places is old.</summary>
public sealed class PlaceChange
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Number { get; set; }
}
