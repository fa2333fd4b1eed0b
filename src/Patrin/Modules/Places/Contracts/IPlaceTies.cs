namespace Patrin.Modules.Places.Contracts;

/// <summary>Filled by modules below Places: what ties a place to others (proposed pairs, twinnings, plans).</summary>
public interface IPlaceTies
{
    /// <summary>Ties of the place with this subject key; one narrow query at most.</summary>
    Task<IReadOnlyList<PlaceTie>> OfAsync(string key, CancellationToken cancel);
}

/// <summary>One tie, ready to be shown.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Path">Page that explains it, without the language.</param>
/// <param name="IsProposed">True as long as nobody agreed to it.</param>
public sealed record PlaceTie(string Text, string Path, bool IsProposed);
