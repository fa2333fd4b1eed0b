namespace Patrin.Modules.Documents.Reading;

/// <summary>What a caller may know about a text.</summary>
/// <param name="Language">BCP 47 tag of the text; null to detect it among the loaded lexicons.</param>
public sealed record ReadingOptions(string? Language = null)
{
    public static readonly ReadingOptions Default = new();
}
