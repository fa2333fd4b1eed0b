using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Organisations.List;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Administer.Organisations;

/// <summary>All organisations, those without a manager first.</summary>
[AdministratorsPage]
public sealed class ListModel(AdminOrganisations organisations) : PageModel
{
    private static readonly (OrganisationView View, string Label)[] Labels =
    [
        (OrganisationView.Lonely, Text.Key("Without a manager")), (OrganisationView.Closing, Text.Key("To be closed")),
        (OrganisationView.Suspended, Text.Key("Suspended")), (OrganisationView.All, Text.Key("All organisations")),
    ];

    public OrganisationView View { get; private set; }

    public string Q { get; private set; } = "";

    public IReadOnlyList<(OrganisationView View, string Label, int Count)> Views { get; private set; } = [];

    public IReadOnlyList<AdminOrganisation> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public async Task OnGetAsync(OrganisationView? view, string? q, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var views = new List<(OrganisationView, string, int)>();
        foreach (var (each, label) in Labels)
            views.Add((each, label, await organisations.In(each).CountAsync(cancel)));
        Views = views;
        // Whoever comes to look sees what needs somebody; when nothing does, everything.
        View = view ?? Views.First(v => v.Count > 0 || v.View == OrganisationView.All).View;
        Q = q ?? "";
        var found = OrganisationFilter.Named(organisations.In(View), q);
        Paging = Paging.Of(page, await found.CountAsync(cancel));
        Shown = await organisations.PageAsync(found, Paging, cancel);
    }
}
