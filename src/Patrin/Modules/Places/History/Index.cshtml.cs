using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Overview;
using Patrin.Modules.Places.Profile;
using Patrin.Platform.Access;

namespace Patrin.Modules.Places.History;

/// <summary>The profile as it was at a date, and what changed between two dates.</summary>
[PublicPage]
public sealed class IndexModel(ReadProfile profiles, ReadHistory read, TimeProvider clock) : PageModel
{
    public PlaceEntry Place { get; private set; } = null!;

    public PlaceHistory History { get; private set; } = null!;

    public DateOnly AsOf { get; private set; }

    public DateOnly ComparedWith { get; private set; }

    /// <summary>A date in the address could not be read.</summary>
    public bool Misread { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string? asof, string? to, CancellationToken cancel)
    {
        if (await profiles.FindAsync(slug, cancel) is not { } place)
            return NotFound();
        Place = place;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        ComparedWith = Day(to) ?? today;
        History = await read.RunAsync(place, Day(asof), ComparedWith, cancel);
        AsOf = History.AsOf;
        return Page();
    }

    private DateOnly? Day(string? written)
    {
        if (string.IsNullOrWhiteSpace(written))
            return null;
        if (DateOnly.TryParseExact(written, "O", out var day) && day.Year is > 1900 and < 9000)
            return day;
        Misread = true;
        return null;
    }
}
