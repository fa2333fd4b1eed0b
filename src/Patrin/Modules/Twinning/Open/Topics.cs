using Patrin.Modules.Vocabulary;

namespace Patrin.Modules.Twinning.Open;

/// <summary>
/// Brings wishes and offers into one vocabulary. A wish is often stated as a condition ("better health care", HLT-01) and an
/// offer as a kind of work (INT-01): both then count for their area (HLT) as well, so that the two can meet.
/// </summary>
public sealed class Topics(CodeLists codes)
{
    /// <summary>Kinds of work as stated; conditions as their area.</summary>
    public IReadOnlyList<StatedCode> Needs(IEnumerable<(string Code, Guid Claim)> stated) =>
        Stated(stated.Select(s => (AreaOfChallenge(s.Code) ?? s.Code, s.Claim)));

    /// <summary>Kinds of work as stated, and the main area of each; conditions as their area.</summary>
    public IReadOnlyList<StatedCode> Offers(IEnumerable<(string Code, Guid Claim)> stated) => Stated(stated.SelectMany(s =>
        AreaOfChallenge(s.Code) is { } area ? [(area, s.Claim)]
        : codes.Interventions.Find(s.Code)?.Areas is [var main, ..] ? [(s.Code, s.Claim), (main, s.Claim)]
        : new[] { (s.Code, s.Claim) }));

    /// <summary>Each code once, with its claims; codes and claims in the order of their text, which is the same on every engine.</summary>
    public static IReadOnlyList<StatedCode> Stated(IEnumerable<(string Code, Guid Claim)> stated) => [.. stated
        .GroupBy(s => s.Code).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new StatedCode(group.Key, InOrder(group.Select(s => s.Claim))))];

    public static List<Guid> InOrder(IEnumerable<Guid> claims) => [.. claims.Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal)];

    private string? AreaOfChallenge(string code) => codes.Challenges.Find(code)?.Parent;
}
