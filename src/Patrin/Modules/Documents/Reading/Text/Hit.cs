namespace Patrin.Modules.Documents.Reading.Text;

/// <summary>A term found in folded text, half-open.</summary>
internal readonly record struct Hit(int Term, int Start, int End);
