using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents;

/// <summary>Where a claim stands. Only accepted and corrected ones are facts.</summary>
public enum ClaimState
{
    Proposed,
    Accepted,
    Corrected,
    Rejected,

    /// <summary>Was a fact; its passage is gone from the newest version of the document.</summary>
    Stale,

    /// <summary>A newer version of the document took its place; what was decided lives on in the newer claim.</summary>
    Replaced,
}

/// <summary>How a claim relates to the version of the document before.</summary>
public enum Continuity
{
    /// <summary>It was not in the version before, or there was none.</summary>
    New,

    /// <summary>It says the same as <see cref="Claim.PreviousId"/>, whose decision it took over.</summary>
    Same,

    /// <summary>It says something else about the same as <see cref="Claim.PreviousId"/>: to be decided anew.</summary>
    Changed,
}

/// <summary>A typed statement bound to a passage, and what people decided about it.</summary>
public sealed class Claim
{
    public const int MethodMax = 40;
    public const int ScopeNameMax = 200;
    public const int TextMax = 600;
    public const int ReasonMax = 600;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DocumentId { get; init; }

    public SourceDocument Document { get; init; } = null!;

    /// <summary>Order within the document, from 1.</summary>
    public int Number { get; init; }

    public ClaimKind Kind { get; set; }

    public string SubjectKey { get; set; } = "";

    public decimal? Low { get; set; }

    public decimal? High { get; set; }

    public bool About { get; set; }

    public string Unit { get; set; } = "";

    public string Method { get; set; } = "";

    public ClaimScope Scope { get; set; }

    public string ScopeName { get; set; } = "";

    public int? Year { get; set; }

    public int? YearTo { get; set; }

    public string Text { get; set; } = "";

    public int QuoteStart { get; init; }

    public int QuoteEnd { get; init; }

    /// <summary>The same positions counted in Unicode code points, as exports and selectors give them.</summary>
    public int CodePointStart { get; init; }

    public int CodePointEnd { get; init; }

    /// <summary>The characters of the document at the offsets, kept so that a page can show them without the whole text.</summary>
    public required string Quote { get; init; }

    public double Confidence { get; init; }

    public string Rule { get; init; } = "";

    /// <summary>Read with confidence and no check asks about its passage: may be accepted together with others.</summary>
    public bool IsClear { get; init; }

    public List<ClaimCode> Codes { get; } = [];

    public ClaimState State { get; set; }

    /// <summary>Set on one of several rival figures, with the reason in the decision.</summary>
    public bool IsPreferred { get; set; }

    /// <summary>Its document was hidden by a moderator: it counts no more and nobody but curators sees it.</summary>
    public bool IsHidden { get; set; }

    /// <summary>When the claim last became or ceased to be a fact.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Counts decisions; who decides on an outdated one is told.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The claim of the document's version before that this one continues.</summary>
    public Guid? PreviousId { get; set; }

    public Continuity Continuity { get; set; }

    public List<ClaimDecision> Decisions { get; } = [];

    public bool IsFact => State is ClaimState.Accepted or ClaimState.Corrected;

    /// <summary>What a person may correct, as one value.</summary>
    public ClaimReading Reading
    {
        get => new(SubjectKey, Low, High, About, Unit, Method, Scope, ScopeName, Year, YearTo, Text, [.. Codes.Select(c => c.Code).Order(StringComparer.Ordinal)]);
        set
        {
            (SubjectKey, Low, High, About, Unit, Method) = (value.Subject, value.Low, value.High, value.About, value.Unit, value.Method);
            (Scope, ScopeName, Year, YearTo, Text) = (value.Scope, value.ScopeName, value.Year, value.YearTo, value.Text);
            Codes.RemoveAll(c => !value.Codes.Contains(c.Code));
            Codes.AddRange(value.Codes.Where(code => Codes.TrueForAll(c => c.Code != code)).Select(code => new ClaimCode { ClaimId = Id, Code = code }));
        }
    }

    /// <summary>The fields as the reader found them, whatever was corrected since. Needs <see cref="Decisions"/>.</summary>
    public ClaimReading AsRead()
    {
        var last = Decisions.Where(d => d.Kind == DecisionKind.Reopen).Select(d => d.Version).DefaultIfEmpty(0).Max();
        var correction = Decisions.Where(d => d.Version > last && d.Changes.Length > 0).MinBy(d => d.Version);
        return ClaimChange.Parse(correction?.Changes ?? "")?.Before ?? Reading;
    }

    public void Accept(DecisionNote note)
    {
        RefuseReplaced();
        if (IsFact)
            throw new RuleBroken("", "This claim was accepted already. Undo that first.");
        Decide(DecisionKind.Accept, ClaimState.Accepted, note);
    }

    public void Correct(ClaimReading corrected, DecisionNote note)
    {
        RefuseReplaced();
        var before = Reading;
        if (before.Says(corrected))
            throw new RuleBroken("", "Nothing was changed. Change a field, or accept the claim as it is.");
        Reading = corrected;
        Decide(DecisionKind.Correct, ClaimState.Corrected, note, new ClaimChange(before, corrected).ToJson());
    }

    public void Reject(DecisionNote note)
    {
        RefuseReplaced();
        if (State == ClaimState.Rejected)
            throw new RuleBroken("", "This claim was rejected already. Undo that first.");
        if (note.Reason.Length == 0)
            throw new RuleBroken("Reason", "Say why the claim is rejected.");
        // Nothing takes the place of a preferred figure by itself: somebody has to prefer another one.
        IsPreferred = false;
        Decide(DecisionKind.Reject, ClaimState.Rejected, note);
    }

    /// <summary>Takes back what was decided: the claim waits again and says what the reader found.</summary>
    public void Reopen(DecisionNote note)
    {
        RefuseReplaced();
        if (State is ClaimState.Proposed or ClaimState.Stale)
            throw new RuleBroken("", "There is nothing to undo: nobody has decided about this claim.");
        IsPreferred = false;
        Reading = AsRead();
        Decide(DecisionKind.Reopen, ClaimState.Proposed, note);
    }

    public void Prefer(DecisionNote note)
    {
        if (!IsFact)
            throw new RuleBroken("", "Accept the figure before you prefer it.");
        if (note.Reason.Length == 0)
            throw new RuleBroken("Reason", "Say why this figure is preferred.");
        IsPreferred = true;
        Decide(DecisionKind.Prefer, State, note);
    }

    /// <summary>Another of the rivals was preferred.</summary>
    public void Unprefer(DecisionNote note)
    {
        IsPreferred = false;
        Decide(DecisionKind.Unprefer, State, note);
    }

    public void MarkStale(DecisionNote note) => Decide(DecisionKind.MarkStale, ClaimState.Stale, note);

    public void Replace(DecisionNote note) => Decide(DecisionKind.Replace, ClaimState.Replaced, note);

    /// <summary>Takes over what was decided about the same claim of the version before.</summary>
    /// <param name="older">That claim, with its decisions and before it is replaced.</param>
    /// <param name="note">Who imported the new version, and when.</param>
    public void CarryOver(Claim older, DecisionNote note)
    {
        (PreviousId, Continuity) = (older.Id, Continuity.Same);
        // Somebody vouched for the fact when its passage stood in an older version; now it stands there again.
        var state = older.State != ClaimState.Stale ? older.State : older.AsRead().Says(older.Reading) ? ClaimState.Accepted : ClaimState.Corrected;
        if (state == ClaimState.Proposed)
            return;
        var before = Reading;
        if (state == ClaimState.Corrected)
            Reading = older.Reading;
        IsPreferred = older.IsPreferred;
        Decide(DecisionKind.CarryOver, state, note, before.Says(Reading) ? "" : new ClaimChange(before, Reading).ToJson());
    }

    private void RefuseReplaced()
    {
        if (State == ClaimState.Replaced)
            throw new RuleBroken("", "A newer version of the document has taken the place of this claim. Decide about the newer one.");
    }

    private void Decide(DecisionKind kind, ClaimState state, DecisionNote note, string changes = "")
    {
        var wasFact = IsFact;
        State = state;
        if (wasFact != IsFact || kind is DecisionKind.Accept or DecisionKind.Correct or DecisionKind.Reject or DecisionKind.CarryOver)
            DecidedAt = note.At;
        Version++;
        Decisions.Add(new()
        {
            ClaimId = Id, Version = Version, Kind = kind, At = note.At, By = note.By, ById = note.ById, Reason = note.Reason, Changes = changes, Batch = note.Batch,
        });
    }
}

/// <summary>Who decides, when, why, and together with what.</summary>
public sealed record DecisionNote(string By, DateTime At, string Reason = "", Guid? Batch = null, Guid? ById = null)
{
    public static DecisionNote Of(Actor actor, DateTime at, string reason = "", Guid? batch = null) => new(actor.Name, at, reason, batch, actor.AccountId);
}

/// <summary>One code of a claim, in a table of its own so that lists can be filtered and counted by code.</summary>
public sealed class ClaimCode
{
    public const int CodeMax = 40;

    public Guid ClaimId { get; init; }

    public required string Code { get; init; }
}
