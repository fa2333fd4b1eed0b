using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Patrin.Benchmarks.Load;

/// <summary>The yardstick: a Razor page that draws as many rows as asked from memory, with no database, layout or texts.</summary>
public sealed class BareModel : PageModel
{
    private static readonly Row[] All = [.. Enumerable.Range(1, 2000).Select(i => new Row(i, $"Самоков {i}", "Low educational attainment, early school leaving"))];

    [BindProperty(SupportsGet = true, Name = "rows")]
    public int Count { get; init; } = 60;

    public IEnumerable<Row> Rows => All.Take(Count);

    public sealed record Row(int Number, string Name, string Text);
}
