using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Patrin.Modules.Vocabulary;

namespace Patrin.Modules.Practices.Record;

/// <summary>
/// The record in the words of schema.org, for search engines and reference managers. A block of data, not a script: browsers
/// do not run it and the content policy leaves it alone. Every &lt; is written as its number, so nothing in it can end the block.
/// </summary>
public static class PracticeSchema
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Default };

    public static string Of(ReadablePractice read, CodeLists codes, string address)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(codes);
        var content = read.Content;
        var schema = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Report",
            ["@id"] = address,
            ["url"] = address,
            ["name"] = content.Title,
            ["abstract"] = content.Summary,
            ["inLanguage"] = content.Language,
            ["version"] = read.Practice.ShownVersion,
            ["creativeWorkStatus"] = read.Practice.Standing.ToString(),
            ["dateCreated"] = Day(read.Practice.CreatedAt),
            ["dateModified"] = Day(read.Practice.UpdatedAt),
            ["license"] = codes["licence"].Find(content.Licence)?.Field("url"),
            ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = "Patrin" },
            ["about"] = new JsonArray([.. content.Challenges.Concat(content.Interventions).Select(c => (JsonNode?)Label(codes, c))]),
            ["spatialCoverage"] = new JsonObject { ["@type"] = "Place", ["name"] = content.Place.Length > 0 ? $"{content.Place}, {content.Country}" : content.Country },
            ["temporalCoverage"] = content.From is null ? null : $"{content.From}/{content.To ?? ".."}",
            ["sourceOrganization"] = new JsonObject { ["@type"] = "Organization", ["name"] = content.Owner.Name },
            ["citation"] = new JsonArray([.. content.Sources.Select(s => (JsonNode)new JsonObject { ["@type"] = "CreativeWork", ["name"] = s.Title, ["publisher"] = s.Publisher, ["url"] = s.Address })]),
        };
        return schema.ToJsonString(Plain);
    }

    private static string Label(CodeLists codes, string code) => (codes.Challenges.Find(code) ?? codes.Interventions.Find(code))?.Label("en") ?? code;

    private static string Day(DateTime at) => DateOnly.FromDateTime(at).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
