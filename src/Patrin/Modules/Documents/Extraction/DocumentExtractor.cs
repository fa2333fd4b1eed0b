using System.Security.Cryptography;
using System.Text;
using Patrin.Modules.Documents.Extraction.Worker;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>
/// From the bytes of a file to its text. Plain text and Markdown are decoded here; HTML, DOCX and PDF are parsed in a
/// process of their own (docs/adr/0006). Holds no state: one instance serves everybody.
/// </summary>
public sealed class DocumentExtractor
{
    private const int MaxTitle = 300;

    /// <summary>Reads at most the largest allowed size from <paramref name="file"/>, then as the overload below.</summary>
    public async Task<ExtractionResult> ExtractAsync(
        Stream file, string fileName, ExtractionLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var most = Math.Max(limits.MaxFileBytes, limits.MaxPlainTextBytes);
        using var received = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await file.ReadAsync(buffer, cancellation)) > 0;)
        {
            received.Write(buffer, 0, read);
            if (received.Length > most)
                return Refused("", TooLarge(most));
        }

        var bytes = received.GetBuffer().AsMemory(0, (int)received.Length);
        return await ExtractAsync(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), fileName, limits, cancellation);
    }

    /// <summary>Tells the kind of <paramref name="bytes"/> by content, then its text or why it was not read.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">As the sender called it; a hint between Markdown, HTML fragments and plain text.</param>
    /// <param name="limits">Where to stop.</param>
    /// <param name="cancellation">Ends the parsing process too.</param>
    public Task<ExtractionResult> ExtractAsync(
        byte[] bytes, string fileName, ExtractionLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return ExtractAsync(bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)), fileName, limits, cancellation);
    }

    /// <summary>The short name used in refusals.</summary>
    internal static string FormatName(ContentKind kind) => kind switch
    {
        ContentKind.Html => "html",
        ContentKind.Docx => "docx",
        ContentKind.Pdf => "pdf",
        _ => "text",
    };

    private static async Task<ExtractionResult> ExtractAsync(
        ReadOnlyMemory<byte> bytes, string sha, string fileName, ExtractionLimits limits, CancellationToken cancellation)
    {
        var largest = Math.Max(limits.MaxFileBytes, limits.MaxPlainTextBytes);
        if (bytes.Length > largest)
            return Refused(sha, TooLarge(largest));
        var detected = ContentType.Detect(bytes.Span, fileName);
        if (detected.Kind is not { } kind)
            return new ExtractionRefused(detected.Refusal!, detected.Arguments) { Sha256 = sha };
        var isPlain = kind is ContentKind.PlainText or ContentKind.Markdown;
        var most = isPlain ? limits.MaxPlainTextBytes : limits.MaxFileBytes;
        if (bytes.Length > most)
            return Refused(sha, TooLarge(most));
        return isPlain
            ? Plain(bytes.Span, detected, sha)
            : await ParsedAsync(bytes, detected, sha, limits, cancellation);
    }

    private static ExtractionResult Plain(ReadOnlySpan<byte> bytes, DetectedContent detected, string sha)
    {
        var notes = new List<ExtractionNote>();
        var text = TextDecoding.Decode(bytes, detected.Encoding!, notes);
        if (string.IsNullOrWhiteSpace(text))
            return Refused(sha, RefusedException.Because(RefusalCodes.Empty));
        var title = detected.Kind == ContentKind.Markdown ? MarkdownTitle(text) : null;
        return new ExtractedDocument(text, detected.MediaType!, title, null, notes) { Sha256 = sha };
    }

    private static async Task<ExtractionResult> ParsedAsync(
        ReadOnlyMemory<byte> bytes, DetectedContent detected, string sha, ExtractionLimits limits, CancellationToken cancellation)
    {
        var notes = new List<ExtractionNote>();
        // The worker gets HTML as UTF-8: encodings are told and decoded in one place.
        if (detected.Kind == ContentKind.Html)
            bytes = Encoding.UTF8.GetBytes(TextDecoding.Decode(bytes.Span, detected.Encoding!, notes));
        var (answer, cost) = await WorkerProcess.RunAsync(detected.Kind!.Value, bytes, limits, cancellation);
        if (answer.Refusal is not null)
            return new ExtractionRefused(answer.Refusal, answer.Arguments) { Sha256 = sha, Cost = cost };
        notes.AddRange(answer.Notes);
        var text = TextDecoding.Normalise(answer.Text.Replace("\0", "", StringComparison.Ordinal), notes).Trim();
        if (text.Length == 0)
            return Refused(sha, RefusedException.Because(RefusalCodes.NoText, "format", FormatName(detected.Kind.Value)), cost);
        return new ExtractedDocument(text, detected.MediaType!, OneLine(answer.Title), answer.LanguageHint, notes) { Sha256 = sha, Cost = cost };
    }

    // The first heading with one #, outside code fences.
    private static string? MarkdownTitle(string text)
    {
        var inFence = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("```"))
                inFence = !inFence;
            else if (!inFence && line.StartsWith("# "))
                return OneLine(line[2..].Trim(" #").ToString());
        }

        return null;
    }

    private static string? OneLine(string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return null;
        var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = string.Concat(line.Where(c => !char.IsControl(c))).Normalize(NormalizationForm.FormC);
        return line.Length <= MaxTitle ? line : string.Concat(line.AsSpan(0, MaxTitle - 1).TrimEnd(), "…");
    }

    private static RefusedException TooLarge(long limit) => RefusedException.Because(RefusalCodes.TooLarge, "limit", limit);

    private static ExtractionRefused Refused(string sha, RefusedException refused, ExtractionCost? cost = null) =>
        new(refused.Reason, refused.Arguments) { Sha256 = sha, Cost = cost };
}
