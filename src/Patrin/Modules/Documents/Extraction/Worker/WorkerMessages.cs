using System.Text.Json.Serialization;

namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>First line on the worker's input; the bytes of the file follow. HTML arrives decoded, as UTF-8.</summary>
internal sealed record WorkerRequest(ContentKind Kind, int Length, ExtractionLimits Limits);

/// <summary>
/// First line on the worker's output: a refusal, or what goes with the text. The text follows as UTF-8, outside the
/// JSON, which would need several times its memory.
/// </summary>
internal sealed record WorkerAnswer
{
    [JsonIgnore]
    public string Text { get; init; } = "";

    /// <summary>Length of the text in UTF-16 units; tells a whole answer from a cut one.</summary>
    public int Characters { get; init; }

    public string? Title { get; init; }

    public string? LanguageHint { get; init; }

    public IReadOnlyList<ExtractionNote> Notes { get; init; } = [];

    public string? Refusal { get; init; }

    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    public static WorkerAnswer Refused(RefusedException refused) =>
        new() { Refusal = refused.Reason, Arguments = refused.Arguments };
}

/// <summary>Compiled serialisers: the worker starts for every file, reflection would cost it half its start-up.</summary>
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
