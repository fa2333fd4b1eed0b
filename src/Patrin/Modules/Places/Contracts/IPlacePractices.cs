namespace Patrin.Modules.Places.Contracts;

/// <summary>Filled by the module of practices: what was tried in a place.</summary>
public interface IPlacePractices
{
    /// <summary>Practices of the place with this subject key; one narrow query at most.</summary>
    Task<IReadOnlyList<PlacePractice>> OfAsync(string key, CancellationToken cancel);

    /// <summary>How many practices work on this challenge, and the list of them.</summary>
    Task<PracticesOn> OnAsync(string challenge, CancellationToken cancel);
}

/// <summary>Practices that work on something.</summary>
/// <param name="Count">How many.</param>
/// <param name="Path">Their list, without the language.</param>
public sealed record PracticesOn(int Count, string Path);

/// <summary>A practice, ready to be shown.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Language">Language of the title.</param>
/// <param name="Review">Whether it was reviewed, in the reader's language.</param>
/// <param name="Path">Its page, without the language.</param>
public sealed record PlacePractice(string Title, string Language, string Review, string Path);
