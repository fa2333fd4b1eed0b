using Patrin.Modules.Practices.Rubric;

namespace Patrin.Modules.Practices;

/// <summary>
/// A record of something that was tried. What it says stands in <see cref="Shown"/> (read by everybody) and
/// <see cref="Working"/> (read by its editors); the columns beside repeat what lists, links and rules need.
/// </summary>
public sealed class Practice
{
    /// <summary>Kind in reports, versions and the audit trail.</summary>
    public const string Kind = "practice";

    public const int SlugMax = 80, NameMax = 200, ContentMax = 100_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The readable part of its address; given once and never changed.</summary>
    public required string Slug { get; init; }

    /// <summary>The organisation of this network that owns it; null where the carrier is not a member.</summary>
    public Guid? OwnerId { get; set; }

    /// <summary>Subject key of its place, where the network knows it.</summary>
    public string? PlaceKey { get; set; }

    public PracticeStatus Status { get; private set; } = PracticeStatus.Draft;

    public Standing Standing { get; private set; } = Standing.Hidden;

    public RecordType RecordType { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public string OwnerName { get; private set; } = "";

    /// <summary>Language it was written in first.</summary>
    public string Language { get; private set; } = "en";

    public string Country { get; private set; } = "";

    public string PlaceName { get; private set; } = "";

    public string Nuts3 { get; private set; } = "";

    public string? From { get; private set; }

    public string? To { get; private set; }

    /// <summary>Level readers see, worked out by the published rules.</summary>
    public EvidenceLevel Level { get; private set; }

    /// <summary>Level the reviewers set; null as long as nobody reviewed it here.</summary>
    public EvidenceLevel? ReviewedLevel { get; set; }

    /// <summary>What everybody may read, as JSON; null before it was ever submitted.</summary>
    public string? Shown { get; private set; }

    /// <summary>What its editors write on, as JSON; null when nothing is in work.</summary>
    public string? Working { get; private set; }

    /// <summary>Counts what was shown.</summary>
    public int ShownVersion { get; private set; }

    /// <summary>Counts every save of the draft; a save that names an older one is refused.</summary>
    public int WorkingVersion { get; private set; }

    public DateOnly? LastVerifiedOn { get; private set; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; set; }

    public DateTime? SubmittedAt { get; set; }

    public DateTime? PublishedAt { get; set; }

    /// <summary>Since when moderators hide it.</summary>
    public DateTime? HiddenAt { get; set; }

    /// <summary>Number of the last change of any practice when this one changed: other nodes read what is newer than they know.</summary>
    public long Change { get; set; }

    public PracticeContent? ShownContent => Shown is { } json ? PracticeJson.Read(json) : null;

    public PracticeContent? WorkingContent => Working is { } json ? PracticeJson.Read(json) : null;

    /// <summary>Saves the draft. Nothing of it is seen by others until <see cref="Show"/>.</summary>
    public void Write(PracticeContent draft)
    {
        Working = PracticeJson.Write(draft);
        WorkingVersion++;
        if (Shown is null)
            Describe(draft);
    }

    /// <summary>From now on everybody who may read the record reads this.</summary>
    public void Show(PracticeContent content)
    {
        Shown = PracticeJson.Write(content);
        ShownVersion++;
        Describe(content);
        Rate([]);
    }

    /// <summary>Nothing is in work any more.</summary>
    public void CloseDraft() => Working = null;

    /// <summary>Takes one named step; the caller adds it to the history.</summary>
    public PracticeStep MoveTo(PracticeStatus to, string action, Platform.Access.Actor actor, DateTime at, string? reason = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var step = new PracticeStep { PracticeId = Id, From = Status, To = to, Action = action, ById = actor.AccountId, By = actor.Name, At = at, Reason = reason };
        (Status, Standing) = (to, Standings.After(Standing, to));
        return step;
    }

    /// <summary>Works out the level anew from what the reviewers set and the repetitions confirmed here.</summary>
    public void Rate(IReadOnlyCollection<Repetition> confirmed)
    {
        var content = ShownContent ?? WorkingContent ?? new();
        Level = ReviewedLevel is { } reviewed ? EvidenceLadder.Of(reviewed, confirmed, UnreviewedLevel.Lasting(content)) : UnreviewedLevel.Of(content);
    }

    private void Describe(PracticeContent content)
    {
        (RecordType, Title, Summary, OwnerName, Language) = (content.RecordType, content.Title, content.Summary, content.Owner.Name, content.Language);
        (Country, PlaceName, PlaceKey, Nuts3, From, To) = (content.Country, content.Place, content.PlaceKey, content.Nuts3, content.From, content.To);
        LastVerifiedOn = content.LastVerifiedOn;
    }
}

/// <summary>One code of a practice in a facet, so that lists count without opening contents. Only shown content has any.</summary>
public sealed class PracticeFacet
{
    public const int TextMax = 40;

    public required Guid PracticeId { get; init; }

    /// <summary>Name of the facet, as in addresses.</summary>
    public required string Facet { get; init; }

    public required string Code { get; init; }
}

/// <summary>One named step in the life of a record: who brought it from where to where. Never changed.</summary>
public sealed class PracticeStep
{
    public const int ActionMax = 40, NameMax = 120, ReasonMax = 40;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PracticeId { get; init; }

    public required PracticeStatus From { get; init; }

    public required PracticeStatus To { get; init; }

    /// <summary>Verb of the action, as in the audit trail: <c>practice.submit</c>.</summary>
    public required string Action { get; init; }

    public Guid? ById { get; set; }

    public required string By { get; set; }

    public required DateTime At { get; init; }

    /// <summary>Code of decline_reason, where the step needs one.</summary>
    public string? Reason { get; init; }
}

/// <summary>One row with a number that grows with every change of any practice, so that each web node knows when its index is old.</summary>
public sealed class PracticeChange
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public long Number { get; set; }
}
