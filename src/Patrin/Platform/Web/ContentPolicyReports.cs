using System.Text.Json;
using Patrin.Platform.Access;

namespace Patrin.Platform.Web;

/// <summary>
/// Where browsers send what the content policy stopped (quality.md section 4: <c>report-to csp</c>). A line in the log tells the
/// operator that a page is wrong or that somebody tried something. Nothing is stored, and what could name a person (most of the
/// address, the sample of the script) is not written.
/// </summary>
public static partial class ContentPolicyReports
{
    public const string Path = "/content-policy-reports", Group = "csp";

    private const int LongestBody = 16 * 1024, Most = 10, LongestWord = 60;

    private static readonly JsonDocumentOptions Shallow = new() { MaxDepth = 8 };

    public static void MapContentPolicyReports(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Path, TakeAsync).RequireAuthorization(Policies.Read).DisableAntiforgery();

    private static async Task<IResult> TakeAsync(HttpRequest request, ILogger<Report> log, CancellationToken cancel)
    {
        if (request.ContentType?.StartsWith("application/reports+json", StringComparison.OrdinalIgnoreCase) != true)
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var body = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancel);
        if (length > LongestBody)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        try
        {
            using var json = JsonDocument.Parse(body.AsMemory(0, length), Shallow);
            foreach (var report in Reports(json.RootElement).Take(Most))
                Stopped(log, report.Directive, report.Blocked, report.Page);
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        return Results.NoContent();
    }

    private static IEnumerable<Report> Reports(JsonElement root) => root.ValueKind == JsonValueKind.Array
        ? root.EnumerateArray().Select(r => r.ValueKind == JsonValueKind.Object && r.TryGetProperty("body", out var body) ? body : default)
            .Where(b => b.ValueKind == JsonValueKind.Object)
            .Select(b => new Report(Plain(Word(b, "effectiveDirective")), Source(Word(b, "blockedURL")), Page(Word(b, "documentURL"))))
        : [];

    private static string Word(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Source(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length is > 0 and <= LongestWord
        ? uri.IdnHost : Plain(address);

    /// <summary>The first part of the path after the language: what comes later can be a link that opens something.</summary>
    private static string Page(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? "/" + Plain(uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => part.Length > 2) ?? "")
        : "/";

    /// <summary>Anybody may send a report: what does not look like the word of a browser is not repeated.</summary>
    private static string Plain(string word) => word.Length <= LongestWord && word.All(c => char.IsAsciiLetterLower(c) || c == '-') ? word : "something else";

    /// <param name="Directive">The rule that was broken: <c>script-src-elem</c>.</param>
    /// <param name="Blocked">What was stopped: a host, or <c>inline</c>.</param>
    /// <param name="Page">Beginning of the path of the page it happened on.</param>
    internal sealed record Report(string Directive, string Blocked, string Page);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A browser stopped something on a page: {Directive} {Blocked} on {Page}.")]
    private static partial void Stopped(ILogger log, string directive, string blocked, string page);
}
