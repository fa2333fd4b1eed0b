namespace Patrin.Platform.Audit;

/// <summary>
/// Who did what to which record when. Written once, never changed; each entry carries the hash of the one before.
/// Holds no name, no address and no value: erasing a person leaves the chain whole.
/// </summary>
public sealed class AuditEntry
{
    public const int ActionMax = 60, KindMax = 40, RecordMax = 80, FieldsMax = 400;

    /// <summary>1, 2, 3 ... without a gap; set when the entry is written.</summary>
    public long Number { get; set; }

    public required DateTime At { get; init; }

    /// <summary>Account id, or the name of a system actor ("command line").</summary>
    public required string Actor { get; init; }

    /// <summary>The organisation acted for.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>Subject and verb, for instance <c>organisation.verify</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Kind of the record, for instance <c>organisation</c>.</summary>
    public required string Kind { get; init; }

    public required string RecordId { get; init; }

    /// <summary>Names of the fields that changed, comma separated; never their values.</summary>
    public string Fields { get; init; } = "";

    public string RequestId { get; init; } = "";

    /// <summary>Hash of this entry and of the one before, lower-case hex.</summary>
    public string Hash { get; set; } = "";
}

/// <summary>The end of the chain, sealed with the master key: a shortened chain does not fit it.</summary>
public sealed class AuditHead
{
    /// <summary>Always 1: there is one chain.</summary>
    public int Id { get; init; } = 1;

    public long Number { get; set; }

    public string Hash { get; set; } = "";

    public string Seal { get; set; } = "";
}
