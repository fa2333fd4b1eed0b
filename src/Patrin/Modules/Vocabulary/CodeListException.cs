namespace Patrin.Modules.Vocabulary;

/// <summary>A data file that must be put right before the program can start: file, code and fault, one per line.</summary>
public sealed class CodeListException(IReadOnlyList<string> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    public IReadOnlyList<string> Faults { get; } = faults;
}
