using System.Globalization;
using Patrin.Modules.Twinning.Explain;
using Patrin.Modules.Twinning.Matching;
using Patrin.Modules.Twinning.Show;

namespace Patrin.Modules.Twinning;

/// <content>Sentences about one pair and the parts of its score.</content>
public sealed partial class MatchWords
{
    /// <summary>From this value on (of 10,000) two places are called similar in size.</summary>
    private const int SimilarSize = 5000;

    /// <summary>Codes named in a short sentence; the page of the pair names all.</summary>
    private const int MaxCodes = 3;

    /// <summary>A value of a part with three decimals.</summary>
    public static string Value(int tenThousandths) => (tenThousandths / 10_000m).ToString("0.0##", CultureInfo.CurrentCulture);

    public string Part(string part) => part switch
    {
        "challenges" => texts["Shared challenges"],
        "offers" => texts["One wants what the other has"],
        "wishes" => texts["Shared wishes"],
        "size" => texts["Similar size"],
        "origin" => texts["Places of origin and arrival"],
        "language" => texts["A shared language"],
        "new" => texts["A new tie"],
        _ => part,
    };

    /// <summary>The strongest reasons for a pair, at most <paramref name="most"/> sentences.</summary>
    public IEnumerable<string> Why(WorkedRound round, PlacePair pair, IReadOnlyList<PartResult> parts, int most)
    {
        var sentences = parts.Where(part => part.Points > 0 && part.Part != "new")
            .OrderByDescending(part => part.Points)
            .SelectMany(part => Reasons(round, pair, part, MaxCodes)).Take(most).ToList();
        return sentences.Count > 0 ? sentences : [texts["The profiles have little in common."]];
    }

    /// <summary>What was found for a part, in whole sentences: reasons, then what is unknown.</summary>
    public IEnumerable<string> Found(WorkedRound round, PlacePair pair, PartResult part)
    {
        var reasons = Reasons(round, pair, part, int.MaxValue).ToList();
        foreach (var reason in reasons)
            yield return reason;
        foreach (var unknown in part.Unknowns)
            yield return Lack(round.Name(unknown.Place), unknown.Missing);
        if (part.Unknowns.Count > 0 && part.Points < part.Weight)
            yield return texts["Unknown adds nothing. If it were known, up to {0} points could be added.", ExactPoints(part.Weight - part.Points)];
        else if (reasons.Count == 0)
            yield return Nothing(part.Part);
    }

    private IEnumerable<string> Reasons(WorkedRound round, PlacePair pair, PartResult part, int codes)
    {
        var (a, b) = (round.Name(pair.A), round.Name(pair.B));
        foreach (var group in part.Facts.GroupBy(fact => fact.Kind).OrderBy(group => group.Key))
            yield return Reason(group.Key, [.. group], a, b, codes);
        if (part.Part == "size" && part.Value > 0)
            yield return Size(round.Place(pair.A), round.Place(pair.B), part.Value);
    }

    private string Reason(FactKind kind, IReadOnlyList<ScoreFact> facts, string a, string b, int codes)
    {
        var list = Rarest(facts, codes);
        return kind switch
        {
            FactKind.BothFace => texts.Plural(facts.Count, "{0} challenge in common: {1}.", "{0} challenges in common: {1}.", list),
            FactKind.ALearns => texts["{0} wants this, and it runs in {1}: {2}.", a, b, list],
            FactKind.BLearns => texts["{0} wants this, and it runs in {1}: {2}.", b, a, list],
            FactKind.BothWant => texts["Both want this: {0}.", list],
            FactKind.BothSpeak => texts["Both work in {0}.", texts.List(facts.Select(fact => Language(fact.Code)))],
            FactKind.ANamesB => texts["The profile of {0} names people who came from the country or place of {1}.", a, b],
            FactKind.BNamesA => texts["The profile of {0} names people who came from the country or place of {1}.", b, a],
            FactKind.OppositeEnds => texts["People left one of the two, and people from abroad came to the other. Neither names the other, so this counts half."],
            _ => texts["They were partners before."],
        };
    }

    /// <summary>The codes that fewest places name come first; the rest is counted.</summary>
    private string Rarest(IReadOnlyList<ScoreFact> facts, int most)
    {
        var labels = facts.OrderBy(fact => fact.NamedBy).ThenBy(fact => fact.Code, StringComparer.Ordinal).Select(fact => Code(fact.Code)).ToList();
        return texts.List(labels.Count - 1 <= most
            ? labels
            : [.. labels.Take(most), texts.Plural(labels.Count - most, "{0} more", "{0} more")]);
    }

    private string Size(ProfileSnapshot a, ProfileSnapshot b, int value) => value >= SimilarSize
        ? texts["They are of similar size: {0} and {1} residents.", texts.Number(a.Residents ?? 0), texts.Number(b.Residents ?? 0)]
        : texts["They differ in size: {0} and {1} residents.", texts.Number(a.Residents ?? 0), texts.Number(b.Residents ?? 0)];

    /// <summary>The number of residents as a heading of the sentences behind it.</summary>
    public string Residents(ProfileSnapshot place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return texts.Plural(place.Residents ?? 0, "{1}: {0} resident", "{1}: {0} residents", place.Name);
    }

    private string Nothing(string part) => part switch
    {
        "challenges" => texts["No challenge is the same."],
        "offers" => texts["Nothing that one wants runs in the other, as far as the profiles say."],
        "wishes" => texts["No wish is the same."],
        "origin" => texts["No profile says that people moved between the two."],
        "language" => texts["No language in common."],
        "new" => texts["They were not partners before, as far as Patrin knows."],
        _ => "",
    };

    /// <summary>What a profile does not say.</summary>
    public string Lack(string place, ProfileGap missing) => missing switch
    {
        ProfileGap.Challenges => texts["The profile of {0} names no challenge.", place],
        ProfileGap.Needs => texts["The profile of {0} states no wish.", place],
        ProfileGap.Offers => texts["The profile of {0} names nothing that runs there.", place],
        ProfileGap.Population => texts["The profile of {0} gives no number of residents.", place],
        ProfileGap.Movement => texts["The profile of {0} does not say whether people moved from or to other countries.", place],
        _ => texts["We do not know in which languages {0} works.", place],
    };

    /// <summary>A fact as the heading of the sentences behind it.</summary>
    public string Fact(WorkedRound round, PlacePair pair, ScoreFact fact) => fact.Kind switch
    {
        FactKind.BothFace when fact.NamedBy > 0 => texts.Plural(
            fact.NamedBy, "{1}: {0} place of this round names it", "{1}: {0} places of this round name it", Code(fact.Code)),
        FactKind.BothSpeak => texts["{0}: from the list of members, not from a document", Language(fact.Code)],
        FactKind.ANamesB or FactKind.BNamesA => round.Find(fact.Code)?.Name ?? Country(fact.Code),
        FactKind.OppositeEnds or FactKind.TwinnedBefore => Reason(fact.Kind, [fact], round.Name(pair.A), round.Name(pair.B), 1),
        _ => Code(fact.Code),
    };

    /// <summary>Where words come from.</summary>
    public string Source(Passage passage)
    {
        ArgumentNullException.ThrowIfNull(passage);
        return (passage.Publisher.Length > 0, passage.Written.Length > 0) switch
        {
            (true, true) => texts["{0}, “{1}”, written {2}.", passage.Publisher, passage.Title, passage.Written],
            (true, false) => texts["{0}, “{1}”.", passage.Publisher, passage.Title],
            (false, true) => texts["“{0}”, written {1}.", passage.Title, passage.Written],
            _ => texts["“{0}”.", passage.Title],
        };
    }

    /// <summary>The whole sum in one sentence, for those who do not see the drawing.</summary>
    public string SumInWords(IReadOnlyList<PartResult> parts, int score) => texts[
        "The score grows from left to right: {0}. Together {1}.",
        texts.List(parts.Select(part => texts["{0} {1}", Part(part.Part), ExactPoints(part.Points)])), ExactPoints(score)];
}
