using System.Text;
using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>Short ways to extract in tests.</summary>
internal static class Extract
{
    private static readonly DocumentExtractor _extractor = new();

    public static Task<ExtractionResult> Any(byte[] bytes, string name, ExtractionLimits? limits = null) =>
        _extractor.ExtractAsync(bytes, name, limits ?? ExtractionLimits.Upload, TestContext.Current.CancellationToken);

    public static async Task<ExtractedDocument> Document(byte[] bytes, string name, ExtractionLimits? limits = null) =>
        await Any(bytes, name, limits) switch
        {
            ExtractedDocument document => document,
            ExtractionRefused refused => throw new InvalidOperationException($"{name} was refused: {Line(refused)}"),
            _ => throw new InvalidOperationException("Neither text nor refusal."),
        };

    public static async Task<ExtractionRefused> Refusal(byte[] bytes, string name, ExtractionLimits? limits = null)
    {
        var result = await Any(bytes, name, limits);
        return Assert.IsType<ExtractionRefused>(result);
    }

    public static Task<ExtractedDocument> Html(string html) => Document(Encoding.UTF8.GetBytes(html), "page.html");

    public static string Line(ExtractionRefused refused) =>
        string.Join(' ', refused.Arguments.OrderBy(a => a.Key).Select(a => $"{a.Key}={a.Value}").Prepend(refused.Reason));

    public static string Line(ExtractionNote note) =>
        string.Join(' ', note.Arguments.OrderBy(a => a.Key).Select(a => $"{a.Key}={a.Value}").Prepend(note.Code));
}
