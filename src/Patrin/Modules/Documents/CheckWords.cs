using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents;

/// <summary>What the reader compared, as sentences: figures that agree, and questions to a person.</summary>
public sealed class CheckWords(Texts texts)
{
    public string Of(DocumentCheck check)
    {
        var values = check.Arguments.Length == 0 ? [] : check.Arguments.Split('\n');
        return check.Passed ? texts["The figures agree: {0}", string.Join(" · ", values)] : texts["Please look at this passage: {0}", string.Join(" · ", values)];
    }
}
