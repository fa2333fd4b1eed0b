using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Patrin.Modules.Places.Overview;

/// <summary>All places at one state of the database. Immutable but for what it works out on first use.</summary>
public sealed class PlaceOverview
{
    private readonly FrozenDictionary<string, PlaceEntry> _bySlug;
    private readonly FrozenDictionary<string, PlaceEntry> _byKey;
    private readonly FrozenDictionary<Guid, PlaceEntry> _byId;
    private readonly FrozenDictionary<string, int> _statedBy;
    private const int MostPictures = 500;

    private readonly ConcurrentDictionary<string, IReadOnlyList<PlaceEntry>> _byName = new();
    private readonly ConcurrentDictionary<string, IReadOnlyList<Facet>> _facets = new();
    private readonly ConcurrentDictionary<string, object> _kept = new();
    private readonly ConcurrentDictionary<string, string> _pictures = new();

    public PlaceOverview(long change, IReadOnlyList<PlaceEntry> all)
    {
        Change = change;
        All = all;
        _bySlug = all.ToFrozenDictionary(p => p.Slug, StringComparer.OrdinalIgnoreCase);
        _byKey = all.ToFrozenDictionary(p => p.Key, StringComparer.OrdinalIgnoreCase);
        _byId = all.ToFrozenDictionary(p => p.Id);
        _statedBy = all.SelectMany(p => p.Challenges).CountBy(c => c.Code).ToFrozenDictionary();
        LastChanged = all.Count == 0 ? null : all.Max(p => p.UpdatedAt);
    }

    /// <summary>The change number of the database this picture was taken at.</summary>
    public long Change { get; }

    public IReadOnlyList<PlaceEntry> All { get; }

    public DateTime? LastChanged { get; }

    public PlaceEntry? BySlug(string slug) => _bySlug.GetValueOrDefault(slug);

    public PlaceEntry? ByKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>By slug, subject key or id: whatever an address may carry.</summary>
    public PlaceEntry? Find(string name) =>
        BySlug(name) ?? ByKey(name) ?? (Guid.TryParse(name, out var id) ? _byId.GetValueOrDefault(id) : null);

    /// <summary>A drawing that belongs to this state of the data, kept as long as it lasts.</summary>
    public string Picture(string key, Func<string> draw)
    {
        // A network of some hundred places fits; beyond that starting over is cheaper than keeping all.
        if (_pictures.Count >= MostPictures)
            _pictures.Clear();
        return _pictures.GetOrAdd(key, _ => draw());
    }

    /// <summary>
    /// Whatever was put together from this state of the data and from nothing else, kept as long as the state lasts:
    /// every decision about a claim ends it.
    /// </summary>
    public async Task<T?> KeepAsync<T>(string key, Func<Task<T?>> make)
        where T : class
    {
        if (_kept.TryGetValue(key, out var known))
            return (T)known;
        var made = await make();
        if (_kept.Count >= MostPictures)
            _kept.Clear();
        if (made is not null)
            _kept[key] = made;
        return made;
    }

    /// <summary>Facets when nothing is chosen.</summary>
    public IReadOnlyList<Facet> Unfiltered(string language, Func<IReadOnlyList<Facet>> count) => _facets.GetOrAdd(language, _ => count());

    /// <summary>How many places state a challenge.</summary>
    public int StatedBy(string challenge) => _statedBy.GetValueOrDefault(challenge);

    /// <summary>In the order of the reader's alphabet (Czech puts Ch after H); databases do not know it.</summary>
    public IReadOnlyList<PlaceEntry> ByName(CultureInfo culture) => _byName.GetOrAdd(culture.Name, _ =>
        [.. All.OrderBy(p => p.Name, culture.CompareInfo.GetStringComparer(CompareOptions.IgnoreCase)).ThenBy(p => p.Key, StringComparer.Ordinal)]);
}
