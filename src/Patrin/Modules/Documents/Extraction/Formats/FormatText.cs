namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>What a format's reader hands back: text before normalisation and what the file says about itself.</summary>
internal sealed record FormatText(string Text, string? Title, string? LanguageHint, List<ExtractionNote> Notes);
