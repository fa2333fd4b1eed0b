using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Twinning.Contracts;
using Patrin.Modules.Twinning.Run;
using Patrin.Platform.Access;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Web;

namespace Patrin.Modules.Twinning.Open;

/// <summary>The secretariat writes the rules of a round; it is worked out at once.</summary>
[SecretariatPage, RequestFormLimits(ValueCountLimit = FormLimits.FieldsOfLongForm, ValueLengthLimit = FormLimits.FormBytes)]
public sealed class OpenModel(OpenRound open, RunRound run, PlaceQueries places, MatchWords words, Texts texts) : PageModel, IReloadable
{
    private const int FirstRows = 2;
    private const int MaxRows = 20;

    [BindProperty]
    public OpenRoundForm Form { get; set; } = new();

    public MatchWords Words => words;

    public IReadOnlyList<PlaceCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Form.Places = [.. Cards.Select(card => card.Key)];
        Form.Weights = ScoreParts.Published.ToDictionary();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
        {
            SayWhatToWrite();
            await LoadAsync(cancel);
            return Page();
        }

        var actor = Actor.Of(User);
        var number = await open.RunAsync(Form, actor, cancel);
        await run.RunAsync(number, actor, cancel);
        return Redirect(Url.Content("~" + TwinningLinks.Round(number)));
    }

    /// <summary>Without JavaScript, one more row is one more page.</summary>
    public async Task OnPostRowsAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        await LoadAsync(cancel);
        Rows(Form.Locks, Form.Locks.Count + 1);
        Rows(Form.Exclusions, Form.Exclusions.Count + 1);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        Cards = [.. (await places.AllAsync(cancel)).OrderBy(card => card.Name, StringComparer.CurrentCulture)];
        Rows(Form.Locks, FirstRows);
        Rows(Form.Exclusions, FirstRows);
    }

    private static void Rows(List<PairForm> rows, int count)
    {
        while (rows.Count < Math.Min(count, MaxRows))
            rows.Add(new PairForm());
    }

    /// <summary>The framework says that a value is not valid; we say what to write.</summary>
    private void SayWhatToWrite()
    {
        foreach (var (field, entry) in ModelState.Where(s => s.Value!.Errors.Count > 0).ToList())
        {
            entry!.Errors.Clear();
            entry.Errors.Add(texts["Write a whole number here."]);
            _ = field;
        }
    }
}
