using System.Text.Json;
using System.Text.Json.Serialization;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Demo;

/// <summary>The file <c>decisions.json</c> of the demo content: what a curator would have decided (docs/formats.md).</summary>
public sealed record DemoDecisions
{
    /// <summary>Day from which the batch acceptances date.</summary>
    public DateTime AcceptedAt { get; init; } = new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Accept the clear claims of every document first. True by default.</summary>
    public bool AcceptClear { get; init; } = true;

    public IReadOnlyList<DemoDecision> Decisions { get; init; } = [];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static DemoDecisions Read(string file)
    {
        if (!File.Exists(file))
            return new();
        try
        {
            return JsonSerializer.Deserialize<DemoDecisions>(File.ReadAllText(file), Options) ?? new();
        }
        catch (JsonException broken)
        {
            throw new RuleBroken("", "The file {0} is broken: {1}", file, broken.Message);
        }
    }
}

/// <summary>One decision: which document, which claim in it, what, when and why.</summary>
public sealed record DemoDecision
{
    /// <summary>File name or SHA-256.</summary>
    public required string Document { get; init; }

    /// <summary>In UPPER_SNAKE case.</summary>
    public required string Kind { get; init; }

    /// <summary>Key of the subject; may be left out when kind and quote say enough.</summary>
    public string? Subject { get; init; }

    /// <summary>The passage or a part of it.</summary>
    public required string Quote { get; init; }

    /// <summary>accept, correct, reject, reopen or prefer.</summary>
    public required string Decision { get; init; }

    public DateTime? Date { get; init; }

    public string? Reason { get; init; }

    /// <summary>For a correction: only the fields that change.</summary>
    public DemoCorrection? Correct { get; init; }

    public ClaimKind KindValue => WireName.Parse<ClaimKind>(Kind) ?? throw new RuleBroken("", "A demo decision names the unknown kind {0}.", Kind);

    public DecisionKind DecisionValue => WireName.Parse<DecisionKind>(Decision) ?? throw new RuleBroken("", "A demo decision names the unknown decision {0}.", Decision);
}

/// <summary>Fields of a correction; what is left out stays.</summary>
public sealed record DemoCorrection
{
    public string? Subject { get; init; }

    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    public bool? About { get; init; }

    public string? Unit { get; init; }

    public string? Method { get; init; }

    public string? Scope { get; init; }

    public string? ScopeName { get; init; }

    public int? Year { get; init; }

    public int? YearTo { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<string>? Codes { get; init; }

    public ClaimReading On(ClaimReading read) => new(
        Subject ?? read.Subject, Low ?? read.Low, High ?? read.High, About ?? read.About, Unit ?? read.Unit, Method ?? read.Method,
        Scope is null ? read.Scope : WireName.Parse<ClaimScope>(Scope) ?? read.Scope, ScopeName ?? read.ScopeName,
        Year ?? read.Year, YearTo ?? read.YearTo, Text ?? read.Text, Codes is null ? read.Codes : [.. Codes.Order(StringComparer.Ordinal)]);
}
