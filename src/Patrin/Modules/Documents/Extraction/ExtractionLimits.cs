namespace Patrin.Modules.Documents.Extraction;

/// <summary>Where extraction stops. The defaults are the ones for uploads by people.</summary>
public sealed record ExtractionLimits
{
    /// <summary>Uploads: 20 MB, whatever the kind.</summary>
    public static ExtractionLimits Upload { get; } = new();

    /// <summary>The command line, run by whoever holds the data directory: plain text up to 64 MB.</summary>
    public static ExtractionLimits CommandLine { get; } = new() { MaxPlainTextBytes = 64L << 20 };

    /// <summary>Bytes of an HTML, DOCX or PDF file.</summary>
    public long MaxFileBytes { get; init; } = 20L << 20;

    /// <summary>Bytes of a plain text or Markdown file.</summary>
    public long MaxPlainTextBytes { get; init; } = 20L << 20;

    /// <summary>Characters of text taken from an HTML, DOCX or PDF file.</summary>
    public int MaxTextCharacters { get; init; } = 20_000_000;

    /// <summary>Bytes of all packed entries together, unpacked.</summary>
    public long MaxUnpackedBytes { get; init; } = 200L << 20;

    /// <summary>Bytes of one packed entry, unpacked.</summary>
    public long MaxEntryBytes { get; init; } = 100L << 20;

    /// <summary>Packed entries.</summary>
    public int MaxEntries { get; init; } = 2_000;

    /// <summary>Unpacked bytes per byte of the file.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Pages of a PDF.</summary>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>Levels of nested elements in HTML or XML.</summary>
    public int MaxDepth { get; init; } = 1_000;

    /// <summary>Resident memory of the parsing process.</summary>
    public long WorkerMemoryBytes { get; init; } = 300L << 20;

    /// <summary>Processor time of the parsing process.</summary>
    public TimeSpan WorkerProcessorTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Time by the clock of the parsing process.</summary>
    public TimeSpan WorkerWallTime { get; init; } = TimeSpan.FromSeconds(20);
}
