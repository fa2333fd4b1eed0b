using System.Text.Json;
using System.Text.Json.Serialization;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents;

/// <summary>The fields of a claim that a person may correct.</summary>
public sealed record ClaimReading(
    string Subject, decimal? Low, decimal? High, bool About, string Unit, string Method,
    ClaimScope Scope, string ScopeName, int? Year, int? YearTo, string Text, IReadOnlyList<string> Codes)
{
    /// <summary>Records compare lists by identity; a correction that changes nothing must be seen as such.</summary>
    public bool Says(ClaimReading other) => this with { Codes = NoCodes } == other with { Codes = NoCodes } && Codes.SequenceEqual(other.Codes);

    private static readonly IReadOnlyList<string> NoCodes = [];
}

/// <summary>A correction as it is kept: what the claim said before and after.</summary>
public sealed record ClaimChange(ClaimReading Before, ClaimReading After)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ClaimChange? Parse(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<ClaimChange>(json, Options);
}
