using System.Text.Json.Serialization;

namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>First line on the worker's input; the bytes of the file follow. HTML arrives decoded, as UTF-8.</summary>
internal sealed record WorkerRequest(ContentKind Kind, int Length, ExtractionLimits Limits);

/// <summary>All the worker writes: either text or a refusal.</summary>
internal sealed record WorkerAnswer
{
    public string? Text { get; init; }

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
