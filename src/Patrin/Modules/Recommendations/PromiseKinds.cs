using System.Text.Json;
using Patrin.Platform.Text;

namespace Patrin.Modules.Recommendations;

/// <summary>What a programme promised to leave behind. The six kinds are those of PAIRS; other programmes use some of them.</summary>
public enum PromiseKind
{
    GoodPractices,
    ActionPlans,
    Dialogue,
    CommonMethod,
    Recommendations,
    Network,
    Other,
}

/// <summary>Sorts a promise by the words of its passage. The word beginnings are data (<c>data/programmes/promises.json</c>).</summary>
public sealed class PromiseKinds
{
    private readonly IReadOnlyList<(PromiseKind Kind, IReadOnlyList<string> Stems)> _kinds;

    private PromiseKinds(IReadOnlyList<(PromiseKind, IReadOnlyList<string>)> kinds) => _kinds = kinds;

    public static PromiseKinds Load(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return new([.. json.RootElement.GetProperty("kinds").EnumerateArray().Select(kind => (
            Enum.Parse<PromiseKind>(kind.GetProperty("code").GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            (IReadOnlyList<string>)[.. kind.GetProperty("stems").EnumerateArray().Select(s => " " + s.GetString())]))]);
    }

    /// <summary>The kind whose word beginning stands first in the list; <see cref="PromiseKind.Other"/> when none does.</summary>
    public PromiseKind Of(string passage)
    {
        var folded = " " + Folding.Fold(passage);
        foreach (var (kind, stems) in _kinds)
            if (stems.Any(stem => folded.Contains(stem, StringComparison.Ordinal)))
                return kind;
        return PromiseKind.Other;
    }
}
