using Patrin.Modules.Practices.Rubric;

namespace Patrin.Modules.Practices;

/// <summary>
/// Everything an author writes in a record (domain.md 4.3 and 4.4), kept as one JSON text per version.
/// Codes are those of data/codes; what is not known is null or empty, never a guess.
/// </summary>
public sealed record PracticeContent
{
    public const int TitleMax = 100, SummaryMax = 280, SituationMax = 800, DoneMax = 2500, TookPartMax = 800, DidNotWorkMax = 800, UnintendedMax = 500,
        SustainabilityMax = 500, ConditionsMax = 800, MostAreas = 3, MostChallenges = 6, MostInterventions = 5, MostPartners = 14, MostResults = 10, MostVoices = 3, MostImages = 5;

    public RecordType RecordType { get; init; }

    public string Title { get; init; } = "";

    public string Summary { get; init; } = "";

    /// <summary>Language the record was written in first, BCP 47.</summary>
    public string Language { get; init; } = "en";

    public string Country { get; init; } = "";

    /// <summary>Municipality or larger, in words; empty for a whole country. Never a neighbourhood.</summary>
    public string Place { get; init; } = "";

    /// <summary>Subject key of the place where the network knows it.</summary>
    public string? PlaceKey { get; init; }

    public string Nuts3 { get; init; } = "";

    public IReadOnlyList<string> Areas { get; init; } = [];

    public IReadOnlyList<string> Challenges { get; init; } = [];

    public IReadOnlyList<string> Interventions { get; init; } = [];

    public IReadOnlyList<string> TargetGroups { get; init; } = [];

    public string Approach { get; init; } = "";

    /// <summary>The organisation that carried it; never a person.</summary>
    public Party Owner { get; init; } = new();

    public IReadOnlyList<Party> Partners { get; init; } = [];

    /// <summary>Year or month, <c>2008</c> or <c>2008-09</c>.</summary>
    public string? From { get; init; }

    public string? To { get; init; }

    public bool? Continuing { get; init; }

    public string SituationBefore { get; init; } = "";

    public string WhatWasDone { get; init; } = "";

    public string WhoTookPart { get; init; } = "";

    public IReadOnlyList<PracticeElement> Elements { get; init; } = [];

    /// <summary>The highest number an element ever had: numbers are never given twice.</summary>
    public int LastElement { get; init; }

    public decimal? StaffFte { get; init; }

    public decimal? CostTotal { get; init; }

    public decimal? CostPerYear { get; init; }

    public string? CostCurrency { get; init; }

    public int? CostYear { get; init; }

    public IReadOnlyList<Funding> Funding { get; init; } = [];

    public IReadOnlyList<PracticeResult> Results { get; init; } = [];

    public Reach? Reach { get; init; }

    /// <summary>What the author says it should have; reviewers set the level.</summary>
    public EvidenceLevel ClaimedLevel { get; init; }

    /// <summary>Months after the end of the help at which the effect was still seen.</summary>
    public int? EffectMonthsAfter { get; init; }

    public string WhatDidNotWork { get; init; } = "";

    public string UnintendedEffects { get; init; } = "";

    public string Sustainability { get; init; } = "";

    public string SustainabilityText { get; init; } = "";

    public DateOnly? SustainabilityCheckedOn { get; init; }

    public string TransferConditions { get; init; } = "";

    /// <summary>Where it was repeated, as its sources say. Repetitions confirmed here are records of their own.</summary>
    public IReadOnlyList<RepeatedAt> ReplicatedAt { get; init; } = [];

    /// <summary>The ten Common Basic Principles by code.</summary>
    public IReadOnlyDictionary<string, PrincipleMark> Cbp { get; init; } = new Dictionary<string, PrincipleMark>();

    public IReadOnlyList<Voice> Voices { get; init; } = [];

    public IReadOnlyList<PracticeImage> Images { get; init; } = [];

    /// <summary>Languages in which the practice was carried out and documented.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Mailbox of the organisation; empty when none is public.</summary>
    public string Contact { get; init; } = "";

    public string Licence { get; init; } = "CC_BY_4";

    public DateOnly? LastVerifiedOn { get; init; }

    public IReadOnlyList<PracticeSource> Sources { get; init; } = [];

    public PracticeElement? Element(int number) => Elements.FirstOrDefault(e => e.Number == number);
}

/// <summary>An organisation that had a part in it. Codes of actor_type and actor_role.</summary>
public sealed record Party
{
    public string Name { get; init; } = "";

    public string Type { get; init; } = "";

    public string Role { get; init; } = "";
}

/// <summary>Money. Programme code, or empty; amounts only where a source gives them.</summary>
public sealed record Funding
{
    public string Programme { get; init; } = "";

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public decimal? SharePercent { get; init; }
}

/// <summary>One row of results; <see cref="Source"/> is an index into the sources.</summary>
public sealed record PracticeResult
{
    public string? Indicator { get; init; }

    public string What { get; init; } = "";

    public decimal? Baseline { get; init; }

    public decimal? Value { get; init; }

    public string Unit { get; init; } = "";

    public string? Date { get; init; }

    public int? N { get; init; }

    public decimal? Women { get; init; }

    public decimal? Men { get; init; }

    public string Method { get; init; } = "";

    public int? Source { get; init; }
}

/// <summary>How many people it reached. <see cref="Method"/> is a code of count_method.</summary>
public sealed record Reach
{
    public int? Planned { get; init; }

    public int? Actual { get; init; }

    public string? Method { get; init; }

    public decimal? SharePercent { get; init; }
}

public sealed record RepeatedAt
{
    public string Place { get; init; } = "";

    public string Country { get; init; } = "";

    public int? Source { get; init; }
}

/// <summary>0 absent, 1 partly, 2 clear; null where it cannot be told.</summary>
public sealed record PrincipleMark
{
    public int? Score { get; init; }

    public string Why { get; init; } = "";
}

/// <summary>Somebody's words. First name or role only, and only with consent.</summary>
public sealed record Voice
{
    public string Words { get; init; } = "";

    public string Who { get; init; } = "";

    public bool Consent { get; init; }
}

/// <summary>A picture kept with the record; children in it cannot be recognised.</summary>
public sealed record PracticeImage
{
    public Guid File { get; init; }

    public string Alt { get; init; } = "";

    public bool Consent { get; init; }
}

/// <summary>Where something stands. <see cref="Quote"/> is verbatim.</summary>
public sealed record PracticeSource
{
    public string Title { get; init; } = "";

    public string Publisher { get; init; } = "";

    public string Address { get; init; } = "";

    public DateOnly? ReadOn { get; init; }

    public string? Written { get; init; }

    public string? Quote { get; init; }
}
