using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Text;

namespace Patrin.Modules.Practices.Index;

/// <summary>
/// Keeps the newest <see cref="FacetIndex"/> in memory. Every use asks the database for the number of the last change, one row
/// by key; if it moved, only the records changed since are read. So every node shows what was just published on any other.
/// </summary>
public sealed class PracticeIndex : IDisposable
{
    private readonly Func<AppDbContext, Task<long>> _change =
        EF.CompileAsyncQuery((AppDbContext db) => db.Set<PracticeChange>().Where(c => c.Id == PracticeChange.OnlyId).Select(c => c.Number).First());

    private readonly SemaphoreSlim _reading = new(1);
    private volatile State? _newest;

    public async Task<FacetIndex> GetAsync(AppDbContext db, CancellationToken cancel)
    {
        var change = await _change(db);
        if (_newest is { } held && held.Change >= change)
            return held.Index;
        await _reading.WaitAsync(cancel);
        try
        {
            if (_newest is { } fresh && fresh.Change >= change)
                return fresh.Index;
            _newest = await ReadAsync(db, _newest, change, cancel);
            return _newest.Index;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    private static async Task<State> ReadAsync(AppDbContext db, State? before, long change, CancellationToken cancel)
    {
        var since = before?.Change ?? 0;
        var changed = db.Practices.AsNoTracking().Where(p => p.Change > since && p.Change <= change);
        var gone = before is null ? [] : (await changed.Select(p => p.Id).ToListAsync(cancel)).ToHashSet();
        var rows = await changed.Listed().Select(p => new { p.Id, p.Title, p.PlaceName, p.OwnerName, p.Level, p.Change }).ToListAsync(cancel);
        var codes = new Dictionary<Guid, List<(string, string)>>(rows.Count);
        // Only facets of what is listed; the strings are few and shared, so that fifty thousand records fit.
        Dictionary<string, string> shared = [];
        await foreach (var f in changed.Listed().Join(db.PracticeFacets, p => p.Id, f => f.PracticeId, (p, f) => new { p.Id, f.Facet, f.Code }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!codes.TryGetValue(f.Id, out var of))
                codes[f.Id] = of = [];
            of.Add((Shared(shared, f.Facet), Shared(shared, f.Code)));
        }

        var entries = (before?.Entries ?? []).Where(e => !gone.Contains(e.Id)).Concat(rows.Select(r => new IndexEntry(
            r.Id, Folding.Fold(r.Title), Folding.Fold($"{r.Title} {r.PlaceName} {r.OwnerName}"), (int)r.Level, r.Change, codes.GetValueOrDefault(r.Id) ?? []))).ToList();
        return new State(change, entries, new FacetIndex(entries));
    }

    private static string Shared(Dictionary<string, string> shared, string text)
    {
        if (!shared.TryGetValue(text, out var known))
            shared[text] = known = text;
        return known;
    }

    private sealed record State(long Change, IReadOnlyList<IndexEntry> Entries, FacetIndex Index);
}
