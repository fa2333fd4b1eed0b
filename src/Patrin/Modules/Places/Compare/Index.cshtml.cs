using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Figures;
using Patrin.Modules.Places.Overview;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.Compare;

/// <summary>Up to four places side by side; says where their figures must not be compared.</summary>
[PublicPage]
public sealed class IndexModel(AppDbContext db, PlaceOverviews overviews) : PageModel
{
    public const int Most = 4;

    public IReadOnlyList<PlaceEntry> Places { get; private set; } = [];

    /// <summary>All places, for the choice.</summary>
    public IReadOnlyList<PlaceEntry> All { get; private set; } = [];

    /// <summary>More were asked for than stand side by side.</summary>
    public bool TooMany { get; private set; }

    /// <summary>Some of the names in the address belong to no place.</summary>
    public bool SomeUnknown { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var overview = await overviews.GetAsync(db, cancel);
        All = overview.ByName(CultureInfo.CurrentCulture);
        // The form sends one value a field, links send them joined by commas.
        var asked = Request.Query["ids"].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Distinct(StringComparer.OrdinalIgnoreCase).Take(50).ToList();
        var found = asked.Select(overview.Find).OfType<PlaceEntry>().Distinct().ToList();
        SomeUnknown = found.Count < asked.Count && found.Count <= Most;
        TooMany = found.Count > Most;
        Places = [.. found.Take(Most)];
    }

    /// <summary>True when the figures for Roma residents were counted in unlike ways, or for unlike areas.</summary>
    public bool AreUnlike => Places.SelectMany(p => p.Roma).Select(f => (f.Method, f.CountsWholePlace)).Distinct().Count() > 1;

    /// <summary>True when the numbers of residents are of unlike or unknown years.</summary>
    public bool YearsAreUnlike => Places.Select(p => Figure.OfResidents(p.Population)).Where(f => f is not null).Select(f => f!.Year).ToList() is { Count: > 1 } years
        && (years.Contains(null) || years.Distinct().Count() > 1);

    /// <summary>Codes any of the places has, those most of them share first.</summary>
    public IEnumerable<string> Codes(Func<PlaceEntry, IReadOnlyList<CodedFact>> of) =>
        Places.SelectMany(of).Where(f => !f.IsSensitive).CountBy(f => f.Code).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key);
}
