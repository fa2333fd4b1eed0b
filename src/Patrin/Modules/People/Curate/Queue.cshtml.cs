using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Curate;

public enum QueueView
{
    Waiting,
    Unverified,
    Closing,
    Suspended,
    All,
}

/// <summary>What curators have to look at.</summary>
[CuratorsPage]
public sealed class QueueModel(AppDbContext db) : PageModel
{
    public QueueView View { get; private set; }

    public IReadOnlyList<(QueueView View, string Label, int Count)> Views { get; private set; } = [];

    public IReadOnlyList<Organisation> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public async Task OnGetAsync(QueueView view, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        View = Enum.IsDefined(view) ? view : QueueView.Waiting;
        var views = new List<(QueueView, string, int)>();
        foreach (var each in Enum.GetValues<QueueView>())
            views.Add((each, Label(each), await Of(each).CountAsync(cancel)));
        Views = views;
        Paging = Paging.Of(page, views[(int)View].Item3);
        Shown = await Of(View).OrderBy(o => o.ChangedAt).ThenBy(o => o.Id).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
    }

    private IQueryable<Organisation> Of(QueueView view)
    {
        var all = db.Organisations.AsNoTracking();
        return view switch
        {
            QueueView.Waiting => all.Where(o => o.State == OrganisationState.Waiting),
            QueueView.Unverified => all.Where(o => o.State == OrganisationState.Active && o.VerifiedAt == null),
            QueueView.Closing => all.Where(o => o.ClosingAskedAt != null && o.State != OrganisationState.Closed),
            QueueView.Suspended => all.Where(o => o.State == OrganisationState.Suspended),
            _ => all,
        };
    }

    private static string Label(QueueView view) => view switch
    {
        QueueView.Waiting => Text.Key("Wait for approval"),
        QueueView.Unverified => Text.Key("Not verified"),
        QueueView.Closing => Text.Key("To be closed"),
        QueueView.Suspended => Text.Key("Suspended"),
        _ => Text.Key("All"),
    };
}
