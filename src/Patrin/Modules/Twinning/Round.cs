using Patrin.Platform.Access;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning;

/// <summary>Where a round stands.</summary>
public enum RoundStatus
{
    /// <summary>The rules are written; nothing is worked out yet.</summary>
    Draft,

    /// <summary>Worked out; may be worked out again.</summary>
    Run,

    /// <summary>Shown to everybody and never changed again.</summary>
    Published,
}

/// <summary>
/// One search for the best set of pairs: its rules, everything that went in, and what came out. Inputs and result are
/// kept as canonical JSON, so that anybody can work out the same bytes again.
/// </summary>
public sealed class Round
{
    public const int TitleMax = 200;
    public const int PersonMax = 200;
    public const int MethodMax = 80;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>1, 2, 3 ...: the number in the address.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public RoundStatus Status { get; private set; }

    /// <summary>Worked out from demo content: every page that shows it says so.</summary>
    public bool IsExample { get; init; }

    /// <summary>Canonical JSON of <see cref="RoundRules"/>.</summary>
    public required string Rules { get; init; }

    /// <summary>Canonical JSON of <see cref="RoundInputs"/>: empty until the round has run.</summary>
    public string Inputs { get; private set; } = "";

    /// <summary>Canonical JSON of <see cref="RoundResult"/>: empty until the round has run.</summary>
    public string Result { get; private set; } = "";

    public string MethodVersion { get; private set; } = "";

    public int PlaceCount { get; private set; }

    public int PairCount { get; private set; }

    public int UnmatchedCount { get; private set; }

    /// <summary>Points of all pairs together, in ten-thousandths.</summary>
    public long Objective { get; private set; }

    /// <summary>What taking the best pair first would have reached, in ten-thousandths.</summary>
    public long GreedyObjective { get; private set; }

    public required DateTime OpenedAt { get; init; }

    public required string OpenedBy { get; init; }

    public Guid? OpenedById { get; init; }

    public DateTime? RunAt { get; private set; }

    public string RunBy { get; private set; } = "";

    public Guid? RunById { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    public string PublishedBy { get; private set; } = "";

    public Guid? PublishedById { get; private set; }

    public List<RoundPair> Pairs { get; } = [];

    public List<RoundUnmatched> Unmatched { get; } = [];

    /// <summary>Keeps what went in and what came out. A published round is never worked out again.</summary>
    public void Keep(RoundInputs inputs, RoundResult result, Actor by, DateTime at)
    {
        if (Status == RoundStatus.Published)
            throw new RuleBroken("", "This round is published and stays as it is. Open a new one.");
        Inputs = RoundJson.Write(inputs);
        Result = RoundJson.Write(result);
        MethodVersion = result.Method;
        PlaceCount = inputs.Places.Count;
        PairCount = result.Pairs.Count;
        UnmatchedCount = result.Unmatched.Count;
        Objective = result.Objective;
        GreedyObjective = result.Greedy.Objective;
        Pairs.Clear();
        Pairs.AddRange(result.Pairs.Select(pair => RoundPair.Of(Id, pair)));
        Unmatched.Clear();
        Unmatched.AddRange(result.Unmatched.Select(place => RoundUnmatched.Of(Id, place)));
        Status = RoundStatus.Run;
        RunAt = at;
        (RunBy, RunById) = (by.Name, by.AccountId);
    }

    public void Publish(Actor by, DateTime at)
    {
        if (Status == RoundStatus.Draft)
            throw new RuleBroken("", "Work the round out first, then publish it.");
        if (Status == RoundStatus.Published)
            throw new RuleBroken("", "This round is published already.");
        Status = RoundStatus.Published;
        PublishedAt = at;
        (PublishedBy, PublishedById) = (by.Name, by.AccountId);
    }
}
