using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Administration.Jobs;
using Patrin.Platform.Access;
using Patrin.Platform.Ui.Tags;

namespace Patrin.Modules.Administration.Health;

/// <summary>The server's health in plain words, what needs somebody first.</summary>
[AdministratorsPage]
public sealed class HealthModel(CheckHealth check, ReadTasks tasks) : PageModel
{
    public IReadOnlyList<HealthSign> Signs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Signs = [.. (await check.RunAsync(await tasks.RunAsync(cancel), cancel)).OrderBy(s => s.Tone switch { Tone.No => 0, Tone.Wait => 1, Tone.Unk => 2, _ => 3 })];
}
