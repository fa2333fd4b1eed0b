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

    /// <summary>How many places state a challenge.</summary>
    public int StatedBy(string challenge) => _statedBy.GetValueOrDefault(challenge);

    /// <summary>In the order of the reader's alphabet (Czech puts Ch after H); databases do not know it.</summary>
    public IReadOnlyList<PlaceEntry> ByName(CultureInfo culture) => _byName.GetOrAdd(culture.Name, _ =>
        [.. All.OrderBy(p => p.Name, culture.CompareInfo.GetStringComparer(CompareOptions.IgnoreCase)).ThenBy(p => p.Key, StringComparer.Ordinal)]);
}
