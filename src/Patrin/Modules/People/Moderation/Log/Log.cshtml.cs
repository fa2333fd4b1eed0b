using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Privacy;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Moderation.Log;

/// <summary>A published decision without what could point at anybody.</summary>
public sealed record LogLine(DateTime At, string ItemKind, DecisionKind Kind, string Rule, bool IsAutomated, bool IsOnAppeal, string Facts);

/// <summary>The rules in plain words, the decisions without names, and numbers under the same rule as all numbers of people.</summary>
[PublicPage]
public sealed class LogModel(AppDbContext db, ModerationWords words, Texts texts) : PageModel
{
    /// <summary>Smaller counts are not shown (domain.md 7.4).</summary>
    public const int Threshold = 10;

    private const int Looked = 1000;

    public ModerationWords Words => words;

    public IReadOnlyList<(string Reason, int Count)> Numbers { get; private set; } = [];

    /// <summary>Hours from the first report to the first decision, half are faster; null below the threshold.</summary>
    public int? MedianHours { get; private set; }

    public IReadOnlyList<LogLine> Lines { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, 25, 0);

    public string Shown(int count) => count < Threshold ? texts["fewer than {0}", Threshold] : texts.Number(count);

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        var numbers = await db.ModerationCases.GroupBy(c => c.Reason).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        Numbers = [.. numbers.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => (n.Key, n.Count))];
        var times = await db.ModerationCases.AsNoTracking().Where(c => c.FirstDecisionAt != null).OrderByDescending(c => c.OpenedAt).Take(Looked)
            .Select(c => new { c.OpenedAt, c.FirstDecisionAt }).ToListAsync(cancel);
        if (times.Count >= Threshold)
            MedianHours = (int)times.Select(t => (t.FirstDecisionAt!.Value - t.OpenedAt).TotalHours).Order().ElementAt(times.Count / 2);
        Paging = Paging.Of(page, await db.Statements.CountAsync(cancel));
        var rows = await (from s in db.Statements.AsNoTracking()
                          join c in db.Set<ModerationCase>() on s.CaseId equals c.Id
                          orderby s.At descending, s.Id
                          select new { Statement = s, c.ItemKind }).Skip(Paging.Skip).Take(Paging.Size).ToListAsync(cancel);
        Lines = [.. rows.Select(r => new LogLine(
            r.Statement.At, r.ItemKind, r.Statement.Kind, r.Statement.Rule, r.Statement.IsAutomated, r.Statement.IsOnAppeal,
            r.Statement.IsAutomated ? texts[r.Statement.Facts] : PersonalTraces.Redacted(r.Statement.Facts)))];
    }
}
