using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Organisations.List;

/// <summary>What a reader narrowed the organisations down to; the same for the page and the API.</summary>
public sealed record OrganisationFilter(string? Q, string? Country, string? Type)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && string.IsNullOrEmpty(Country) && string.IsNullOrEmpty(Type);

    public IQueryable<Organisation> Apply(IQueryable<Organisation> all) => OfCountry(OfType(Named(all)));

    /// <summary>How many there would be with each country, the other filters kept.</summary>
    public Task<Dictionary<string, int>> CountriesAsync(IQueryable<Organisation> all, CancellationToken cancel) =>
        OfType(Named(all)).GroupBy(o => o.Country).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    /// <summary>How many there would be with each kind, the other filters kept.</summary>
    public Task<Dictionary<string, int>> TypesAsync(IQueryable<Organisation> all, CancellationToken cancel) =>
        OfCountry(Named(all)).GroupBy(o => o.ActorType).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    private IQueryable<Organisation> OfCountry(IQueryable<Organisation> all) => string.IsNullOrEmpty(Country) ? all : all.Where(o => o.Country == Country);

    private IQueryable<Organisation> OfType(IQueryable<Organisation> all) => string.IsNullOrEmpty(Type) ? all : all.Where(o => o.ActorType == Type);

    private IQueryable<Organisation> Named(IQueryable<Organisation> all) => Named(all, Q);

    /// <summary>Those in whose name, short name or place every word stands, however it is written.</summary>
    public static IQueryable<Organisation> Named(IQueryable<Organisation> all, string? words) =>
        Folding.Fold(words is { Length: > 200 } ? words[..200] : words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Aggregate(all, (found, word) => found.Where(o => o.Sought.Contains(word)));
}
