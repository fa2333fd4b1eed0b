using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Practices.Fit;
using Patrin.Modules.Practices.Record;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;

namespace Patrin.Modules.Practices.Element;

/// <summary>One element by itself, and whether it fits a place the reader chose.</summary>
[PublicPage]
public sealed class ElementModel(ReadPractice read, PlaceQueries places, ReadPassages passages, CodeLists codes) : PageModel
{
    public ReadablePractice Read { get; private set; } = null!;

    public PracticeElement Element { get; private set; } = null!;

    /// <summary>Places one may choose, in the order of the reader's alphabet.</summary>
    public IReadOnlyList<PlaceCard> Places { get; private set; } = [];

    /// <summary>The chosen one.</summary>
    public PlaceCard? Place { get; private set; }

    /// <summary>A place was asked for that is not known.</summary>
    public bool IsPlaceUnknown { get; private set; }

    public IReadOnlyList<FitLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Guid, FitPassage> Passages { get; private set; } = new Dictionary<Guid, FitPassage>();

    public async Task<IActionResult> OnGetAsync(string slug, int number, string? place, CancellationToken cancel)
    {
        if (await read.FindAsync(slug, cancel) is not { } found || found.Content.Element(number) is not { } element)
            return NotFound();
        (Read, Element) = (found, element);
        var alphabet = CultureInfo.CurrentCulture.CompareInfo.GetStringComparer(CompareOptions.IgnoreCase);
        Places = [.. (await places.AllAsync(cancel)).OrderBy(p => p.Name, alphabet).ThenBy(p => p.Key, StringComparer.Ordinal)];
        if (string.IsNullOrWhiteSpace(place))
            return Page();
        Place = await places.FindAsync(place, cancel);
        IsPlaceUnknown = Place is null;
        if (Place is null)
            return Page();
        Lines = FitCheck.Run(element.Preconditions, FitPlaces.Of(Place));
        // Where numbers of a place are protected its sentences stand on its own page only, which knows which of them may be told.
        if (Place.ShowsSentences)
            Passages = await passages.RunAsync(Lines.SelectMany(l => l.Claims), cancel);
        return Page();
    }

    /// <summary>The sentences behind an answer; one that tells numbers about a sensitive matter stays on the place's own page.</summary>
    public IEnumerable<FitPassage> PassagesOf(FitLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var isSensitive = line.Condition.Kind == PreconditionKind.Challenge && codes.Challenges.Find(line.Condition.Value)?.IsSensitive == true;
        return line.Claims.Select(c => Passages.GetValueOrDefault(c)).OfType<FitPassage>()
            .Where(p => !isSensitive || !(p.Before + p.Quote + p.After).Any(char.IsDigit));
    }
}
