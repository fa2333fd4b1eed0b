namespace Patrin.Modules.Documents.Contracts;

/// <summary>Addresses of this module's pages, without the language.</summary>
public static class DocumentLinks
{
    public const string Import = "/import";

    public const string Sources = "/sources";

    /// <summary>The document with its passages marked; the anchor of a claim opens it at the sentence.</summary>
    public static string Source(Guid document) => $"/sources/{document}";

    /// <summary>The query leads to the part of a long document that holds the passage, the anchor to the sentence.</summary>
    public static string Passage(Guid document, Guid claim) => $"/sources/{document}?claim={claim}#c-{claim:N}";

    /// <summary>The verbatim text all offsets refer to.</summary>
    public static string Text(Guid document) => $"/sources/{document}.txt";

    /// <summary>One claim with its life.</summary>
    public static string Claim(Guid claim) => $"/claims/{claim}";

    public static string ClaimJson(Guid claim) => $"/claims/{claim}.json";

    /// <summary>What changed in the claims since the version before.</summary>
    public static string Differences(Guid document) => $"/import/{document}/differences";

    /// <summary>Correct title, publisher, address, language and licence.</summary>
    public static string Describe(Guid document) => $"/sources/{document}/describe";

    /// <summary>How title, publisher, address and licence were described over time.</summary>
    public static string Versions(Guid document) => $"/sources/{document}/versions";

    public static string Review(Guid document) => $"/import/{document}";
}
