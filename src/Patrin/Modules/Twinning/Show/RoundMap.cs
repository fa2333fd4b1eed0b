using Patrin.Modules.Twinning.Contracts;
using Patrin.Platform.Localization;
using Patrin.Platform.Maps;

namespace Patrin.Modules.Twinning.Show;

/// <summary>The proposed pairs as dashed lines between their places. The table of pairs is its twin.</summary>
public sealed class RoundMap(EuropeMap map, MatchWords words, Texts texts)
{
    /// <param name="round">The round.</param>
    /// <param name="number">Its number, for the links.</param>
    /// <param name="address">Makes an address in the reader's language out of a path.</param>
    public string Draw(WorkedRound round, int number, Func<string, string> address)
    {
        ArgumentNullException.ThrowIfNull(round);
        var paired = round.Result.Pairs.SelectMany(pair => new[] { pair.A, pair.B }).ToHashSet(StringComparer.Ordinal);
        var marks = round.Inputs.Places
            .Where(place => place.Latitude is not null && place.Longitude is not null)
            .Select(place => Mark(place, paired.Contains(place.Key))).ToList();
        var shown = marks.Select(mark => mark.Key).ToHashSet(StringComparer.Ordinal);
        var arcs = round.Result.Pairs.Where(pair => shown.Contains(pair.A) && shown.Contains(pair.B)).Select(pair => new MapArc(pair.A, pair.B, Proposed: true)
        {
            Thin = pair.SurvivalPerMille < MatchWords.FirmPerMille,
            Title = texts["{0}: {1} points", words.Pair(round, pair.Pair), MatchWords.Points(pair.Score)],
            Href = address(TwinningLinks.Pair(number, pair.A, pair.B)),
        });
        return map.Draw(new MapPicture(texts["Map of the proposed pairs"], texts["The table below names every pair."], marks)
        {
            Arcs = [.. arcs],
            Members = [.. round.Inputs.Places.Select(place => place.Country).Distinct()],
        });
    }

    private MapMark Mark(ProfileSnapshot place, bool hasPartner) => new(place.Key, place.Name, place.Latitude!.Value, place.Longitude!.Value)
    {
        Size = MapMark.SizeStep(place.Residents),
        Stated = hasPartner,
        Title = hasPartner ? place.Name : texts["{0}: no partner in this round", place.Name],
    };
}
