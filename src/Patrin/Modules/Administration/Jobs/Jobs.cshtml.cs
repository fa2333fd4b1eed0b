using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.Administration.Jobs;

/// <summary>Regular tasks: last and next run, who runs them, run now.</summary>
[AdministratorsPage]
public sealed class JobsModel(ReadTasks read, StartTask start) : PageModel
{
    public IReadOnlyList<TaskLine> Tasks { get; private set; } = [];

    public string? Started { get; private set; }

    public async Task OnGetAsync(string? started, CancellationToken cancel)
    {
        Tasks = await read.RunAsync(cancel);
        Started = Tasks.FirstOrDefault(t => t.Name == started)?.Name;
    }

    public async Task<IActionResult> OnPostAsync(string? task, CancellationToken cancel) =>
        await start.RunAsync(task ?? "", Actor.Of(User), cancel) ? LocalRedirect(Url.Content($"~{AdministrationLinks.Tasks}?started={Uri.EscapeDataString(task!)}")) : NotFound();
}
