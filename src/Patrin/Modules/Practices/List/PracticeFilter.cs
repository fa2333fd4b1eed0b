using Microsoft.AspNetCore.Http.Extensions;
using Patrin.Modules.Practices.Index;
using Patrin.Platform.Text;

namespace Patrin.Modules.Practices.List;

/// <summary>What a reader narrowed the list down to, as it stands in the address.</summary>
public sealed record PracticeFilter
{
    private const int MostValues = 50, LongestQuery = 100;

    public string Q { get; init; } = "";

    public PracticeSort Sort { get; init; }

    /// <summary>Facet name to chosen codes; facets without any are left out.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public bool IsEmpty => Q.Length == 0 && Chosen.Count == 0;

    public IReadOnlyList<string> Words => Folding.Fold(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static PracticeFilter From(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var typed = query["q"].ToString().Trim();
        return new()
        {
            Q = typed[..Math.Min(typed.Length, LongestQuery)],
            Sort = Enum.TryParse<PracticeSort>(query["sort"], ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : PracticeSort.Evidence,
            Chosen = FacetCodes.All.Select(f => (Facet: f, Values: Values(query, f))).Where(f => f.Values.Count > 0).ToDictionary(f => f.Facet, f => f.Values),
        };
    }

    private static IReadOnlyList<string> Values(IQueryCollection query, string facet) =>
        [.. query[facet].Where(v => v is { Length: > 0 and <= PracticeFacet.TextMax }).Select(v => v!.ToUpperInvariant()).Distinct().Take(MostValues)];

    public bool Has(string facet, string code) => Chosen.TryGetValue(facet, out var values) && values.Contains(code);

    /// <summary>The address of the list with this filter in another order.</summary>
    public string ToQuery(PracticeSort sort)
    {
        var query = new QueryBuilder();
        if (Q.Length > 0)
            query.Add("q", Q);
        foreach (var (facet, codes) in Chosen)
            query.Add(facet, codes);
        if (sort != PracticeSort.Evidence)
            query.Add("sort", sort.ToString().ToLowerInvariant());
        return query.ToString();
    }
}
