namespace Patrin.Modules.Documents.Describe;

/// <summary>What a person may correct about a document. Its text never changes.</summary>
public sealed class DescribeForm
{
    public string? Title { get; set; }

    public string? Publisher { get; set; }

    public string? Address { get; set; }

    public DateOnly? ReadOn { get; set; }

    public string? Written { get; set; }

    /// <summary>BCP 47. Another language than before has the text read again.</summary>
    public string? Language { get; set; }

    public string? Licence { get; set; }

    public static DescribeForm Of(SourceDocument document) => new()
    {
        Title = document.Title,
        Publisher = document.Publisher,
        Address = document.Address,
        ReadOn = document.ReadOn,
        Written = document.Written,
        Language = document.Language,
        Licence = document.Licence,
    };
}
