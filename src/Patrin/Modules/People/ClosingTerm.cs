namespace Patrin.Modules.People;

/// <summary>Closing an organisation for ever takes two people; the second one confirms within a week, or the wish is void (quality.md R-68).</summary>
public static class ClosingTerm
{
    public static readonly TimeSpan Days = TimeSpan.FromDays(7);

    /// <summary>Somebody asked, and a second one can still confirm.</summary>
    public static bool IsAsked(this Organisation organisation, DateTime now) => organisation.ClosingAskedAt is { } at && now - at < Days;
}
