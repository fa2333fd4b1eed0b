using Patrin.Modules.Twinning.Explain;
using Patrin.Modules.Twinning.Matching;
using Patrin.Modules.Twinning.Show;

namespace Patrin.Modules.Twinning;

/// <content>Sentences about a round and about what else could be chosen.</content>
public sealed partial class MatchWords
{
    /// <summary>The round in three sentences.</summary>
    public IEnumerable<string> Summary(WorkedRound round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var places = round.Inputs.Places;
        var possible = (long)places.Count * (places.Count - 1) / 2;
        var sameCountry = places.CountBy(place => place.Country).Sum(country => (long)country.Value * (country.Value - 1) / 2);
        yield return texts.Plural(
            places.Count, "{0} place, {1} possible pairs, {2} of them across a border.", "{0} places, {1} possible pairs, {2} of them across a border.",
            texts.Number(possible), texts.Number(possible - sameCountry));
        yield return texts.Plural(round.Result.Pairs.Count, "This round proposes {0} pair.", "This round proposes {0} pairs.");
        yield return round.Result.Unmatched.Count == 0
            ? texts["Every place has a partner."]
            : texts.Plural(round.Result.Unmatched.Count, "{0} place gets no partner, and we say why.", "{0} places get no partner, and we say why.");
    }

    /// <summary>Why a place stays without a partner.</summary>
    public string WhyAlone(WorkedRound round, UnmatchedResult place)
    {
        ArgumentNullException.ThrowIfNull(round);
        ArgumentNullException.ThrowIfNull(place);
        var name = round.Name(place.Place);
        var best = place.Best is { } pair ? round.Name(pair.Pair.Other(place.Place)) : "";
        return place.Reason switch
        {
            UnmatchedReason.TooLittleKnown when place.Missing.Contains(ProfileGap.Needs) =>
                texts["We know too little about {0}: its profile states no wish. Without one, no partner can be right or wrong.", name],
            UnmatchedReason.TooLittleKnown =>
                texts["We know too little about {0}: its profile names nothing that runs there and that others could learn from.", name],
            UnmatchedReason.BelowLeastScore when place.Best is { } weak =>
                texts["Its best possible partner is {0} with {1} points. That is less than the least score.", best, Points(weak.Score)],
            UnmatchedReason.OthersFitBetter when place.Best is { } fit && place.CostOfBest is { } cost =>
                texts["Its best partner is {0} ({1} points). To pair them would cost all pairs together {2} points.", best, Points(fit.Score), Points(cost)],
            UnmatchedReason.OthersFitBetter when place.Best is { } other =>
                texts["Its best partner is {0} ({1} points), but the fixed pairs leave no room for it.", best, Points(other.Score)],
            UnmatchedReason.TakesNone => texts["The place takes no partner in this round."],
            _ => texts["The rules of this round bar every partner it could have."],
        };
    }

    /// <summary>What barring a proposed pair would do.</summary>
    public string WithoutThisPair(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Loss switch
        {
            null => texts["The rules fix this pair. It cannot be barred without changing them."],
            0 => texts["Without this pair, another set of pairs would be just as good."],
            { } loss => texts["If this pair were barred, all pairs together would lose {0} points.", Points(loss)],
        };
    }

    /// <summary>What forcing a pair that is not proposed would do.</summary>
    public string WithThisPair(Change change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Loss switch
        {
            null => texts["Under the rules of this round, this pair is not possible."],
            0 => texts["With this pair, the set of pairs would be just as good."],
            { } loss => texts["If this pair were fixed, all pairs together would lose {0} points.", Points(loss)],
        };
    }

    /// <summary>How the partner ranks for a place.</summary>
    public string Rank(PlaceView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Rank switch
        {
            0 => texts["not possible under the rules"],
            1 => texts["first choice"],
            2 => texts["second choice"],
            3 => texts["third choice"],
            var rank => texts["number {0} of its choices", rank],
        };
    }

    public string CostOfFirst(PlaceView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.FirstChoice is { Granted: false } missed ? Cost(missed.Cost) : texts["nothing"];
    }

    /// <summary>What nobody has told us about a pair, as questions.</summary>
    public IEnumerable<(string Topic, string Question)> Unknowns(ProfileSnapshot a, ProfileSnapshot b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        yield return (texts["Language."], LanguageQuestion(a, b));
        yield return (texts["Travel."], Geography.RoundedKilometres(a, b) is { } km
            ? texts["About {0} km in a straight line. Meet online first?", texts.Number(km)]
            : texts["We do not know how far apart they are."]);
        yield return (texts["People."], texts["Patrin holds no contacts. Who would come to meet the partner, and which Roma organisation takes part?"]);
        yield return (texts["Time."], texts["The sentences are as old as their documents. Does what they say still hold?"]);
        foreach (var place in new[] { a, b })
            foreach (var gap in Knowledge.Gaps(place.ToProfile()).Where(gap => gap is not ProfileGap.Languages and not ProfileGap.Movement))
                yield return (texts["{0}.", place.Name], Lack(place.Name, gap));
    }

    private string LanguageQuestion(ProfileSnapshot a, ProfileSnapshot b)
    {
        foreach (var place in new[] { a, b })
            if (place.Languages.Count == 0)
                return Lack(place.Name, ProfileGap.Languages);
        var shared = a.Languages.Intersect(b.Languages).ToList();
        return shared.Count > 0
            ? texts["Both work in {0}.", texts.List(shared.Select(Language))]
            : texts["{0} works in {1}, {2} in {3}. Who interprets?", a.Name, texts.List(a.Languages.Select(Language)), b.Name, texts.List(b.Languages.Select(Language))];
    }
}
