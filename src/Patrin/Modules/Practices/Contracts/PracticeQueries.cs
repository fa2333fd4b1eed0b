using Patrin.Modules.Practices.Index;
using Patrin.Platform.Data;

namespace Patrin.Modules.Practices.Contracts;

/// <summary>What other modules may ask about practices; answered from memory.</summary>
public sealed class PracticeQueries(AppDbContext db, PracticeIndex index)
{
    /// <summary>How many records the list holds.</summary>
    public async Task<int> CountAsync(CancellationToken cancel) => (await index.GetAsync(db, cancel)).Count;

    /// <summary>How many listed records carry each code of a facet: <c>challenge</c>, <c>area</c>, <c>intervention</c>, <c>country</c>.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(string facet, CancellationToken cancel) =>
        (await index.GetAsync(db, cancel)).Find(new Dictionary<string, IReadOnlyList<string>>(), []).Counts(facet);
}
