using System.Collections.Frozen;
using System.Text.Json;
using Patrin.Modules.Vocabulary;
using Patrin.Platform;

namespace Patrin.Modules.Places.Known;

/// <summary>What is known about a member besides documents: its name as the place writes it, codes, point, languages.</summary>
public sealed record MemberPlace
{
    /// <summary>Subject keys under which documents may speak of it; the first is the main one.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    public required string Name { get; init; }

    public string Own { get; init; } = "";

    public string OwnLanguage { get; init; } = "";

    public string Country { get; init; } = "";

    public string Type { get; init; } = "";

    public string Nuts3 { get; init; } = "";

    public string Nuts3Name { get; init; } = "";

    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    /// <summary>For counties and regions, which the map draws at their true size.</summary>
    public double? AreaKm2 { get; init; }

    /// <summary>Languages of the authority, BCP 47, main one first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public string Seat { get; init; } = "";

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public required string Status { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>Something a source says about a place and what a check found (domain.md 10.1). The source's text stays as it is.</summary>
public sealed record Correction
{
    public required string Id { get; init; }

    /// <summary>Main key of the place.</summary>
    public required string Place { get; init; }

    public required Dictionary<string, string> Says { get; init; }

    public required Dictionary<string, string> Finding { get; init; }

    public required Dictionary<string, string> Shown { get; init; }

    public CorrectionSource? Source { get; init; }

    /// <summary>Counts that must not be divided by the residents the source names.</summary>
    public IReadOnlyList<decimal> NoShareOf { get; init; } = [];

    public static (string Text, string Language) In(Dictionary<string, string> texts, string language) =>
        texts.TryGetValue(language, out var text) ? (text, language) : (texts[LocalText.Fallback], LocalText.Fallback);
}

public sealed record CorrectionSource(string Title, string Address);

/// <summary>The files <c>data/places/members.json</c> and <c>corrections.json</c>, read once at start-up.</summary>
public sealed class KnownPlaces
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly FrozenDictionary<string, MemberPlace> _byKey;
    private readonly ILookup<string, Correction> _corrections;

    public KnownPlaces(MemberFile members, IEnumerable<Correction> corrections)
    {
        Programme = members.Programme;
        ProgrammeName = members.Name;
        _byKey = members.Members.SelectMany(m => m.Keys.Select(k => (k, m))).ToFrozenDictionary(x => x.k, x => x.m);
        _corrections = corrections.ToLookup(c => c.Place);
    }

    /// <summary>Code of the programme the file is about.</summary>
    public string Programme { get; }

    /// <summary>Its name; a proper name, the same in all languages.</summary>
    public string ProgrammeName { get; }

    public static KnownPlaces Load() => new(
        Read<MemberFile>("members.json"),
        Read<CorrectionFile>("corrections.json").Corrections);

    public MemberPlace? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Corrections for a place under any of its keys.</summary>
    public IReadOnlyList<Correction> CorrectionsOf(string key) =>
        [.. (Find(key)?.Keys ?? [key]).SelectMany(k => _corrections[k])];

    private static T Read<T>(string file)
    {
        using var stream = File.OpenRead(Path.Combine(PatrinOptions.DataFiles, "places", file));
        return JsonSerializer.Deserialize<T>(stream, Json) ?? throw new InvalidDataException($"{file} is empty.");
    }

    public sealed record MemberFile(string Programme, string Name, IReadOnlyList<MemberPlace> Members);

    public sealed record CorrectionFile(IReadOnlyList<Correction> Corrections);
}
