namespace Patrin.Modules.Documents.Contracts;

/// <summary>Addresses of this module's pages, without the language.</summary>
public static class DocumentLinks
{
    public const string Import = "/import";

    /// <summary>The document with its passages marked; the anchor of a claim opens it at the sentence.</summary>
    public static string Source(Guid document) => $"/sources/{document}";

    public static string Passage(Guid document, Guid claim) => $"/sources/{document}#c-{claim:N}";

    /// <summary>One claim with its life.</summary>
    public static string Claim(Guid claim) => $"/claims/{claim}";

    public static string Review(Guid document) => $"/import/{document}";
}
