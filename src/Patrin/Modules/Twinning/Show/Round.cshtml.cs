using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Twinning.Show;

/// <summary>A round with its pairs, what they cost and how firm they are; with other weights when the reader moves them.</summary>
[PublicPage]
public sealed class RoundModel(
    RoundReader reader, RoundShelf shelf, MatchWords words, RoundMap map, IAuthorizationService access) : PageModel, IReloadable
{
    public MatchWords Words => words;

    public OpenedRound Round { get; private set; } = null!;

    public WorkedRound Worked => Round.Worked!;

    /// <summary>Set when the reader moved the weights.</summary>
    public WhatIf? WhatIf { get; private set; }

    public Weights Weights { get; private set; } = null!;

    /// <summary>The reader may work out and publish rounds.</summary>
    public bool MaySteer { get; private set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; init; }

    /// <summary>From the query only: Razor Pages keep a route value of the same name for themselves.</summary>
    [FromQuery(Name = "page")]
    public int? PageNumber { get; init; }

    public Paging Paging => Paging.Of(PageNumber, Worked.Result.Pairs.Count, 50);

    /// <summary>Places that do not get their first choice, the dearest first.</summary>
    public IReadOnlyList<FirstChoiceResult> MissedChoices => [.. Worked.Result.FirstChoices.Where(choice => !choice.Granted)
        .OrderBy(choice => choice.Cost is null).ThenByDescending(choice => choice.Cost)];

    public string NameOf(string key) => Round.Worked?.Find(key)?.Name ?? key;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        return Round is null ? NotFound() : Page();
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        MaySteer = await MaySteerAsync();
        var round = await reader.FindAsync(Number, cancel);
        // What is not published is seen by those who run rounds only.
        if (round is null || (round.Head.Status != RoundStatus.Published && !MaySteer))
            return;
        Round = round;
        Weights = Weights.From(Request.Query, round.Rules);
        if (round.Worked is { } worked && Weights.AreMoved && Weights.Fault is null)
            WhatIf = WhatIf.For(round.Head, worked, Weights, shelf);
    }

    public string Map() => map.Draw(Worked, Round.Head.Number, path => Url.Content("~" + path));

    private async Task<bool> MaySteerAsync() => (await access.AuthorizeAsync(User, Policies.Steer)).Succeeded;
}
