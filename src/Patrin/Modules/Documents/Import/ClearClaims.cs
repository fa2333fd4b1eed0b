using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents.Import;

/// <summary>Which claims may be accepted together without a look at each: read with confidence, and no question puts their content in doubt.</summary>
public sealed class ClearClaims
{
    /// <summary>
    /// Questions that leave each claim as sound as it is: rival figures stand side by side, different years only forbid a share,
    /// a second spelling does not change the place.
    /// </summary>
    private static readonly string[] Harmless = [Checks.RivalFigures, Checks.UnlikeBases, Checks.NameDiffers];

    private readonly Span[] _asked;

    public ClearClaims(IEnumerable<ReadCheck> checks) =>
        _asked = [.. checks.Where(c => c.Outcome == CheckOutcome.Question && !Harmless.Contains(c.Code)).SelectMany(c => c.Spans).OrderBy(s => s.Start)];

    public bool Contains(ReadClaim claim) => claim.Confidence >= ReadClaim.ClearConfidence && !IsAsked(claim.Quote);

    private bool IsAsked(Span quote)
    {
        foreach (var span in _asked)
        {
            if (span.Start >= quote.End)
                return false;
            if (span.End > quote.Start)
                return true;
        }

        return false;
    }
}
