namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// Scores pairs of places: how much the two could learn from each other. A score is a sum of seven named parts, each
/// a value from 0 to 1 times a published weight, with the facts behind it. What is unknown adds nothing and is named.
/// </summary>
public sealed class Affinity
{
    private readonly AffinityWeights _weights;
    private readonly PlaceProfile[] _places;
    private readonly Rarity _challenges;
    private readonly Rarity _needs;

    /// <summary>Rarity is counted over the places that take part, so the score of a pair depends on the round it is in.</summary>
    public Affinity(IEnumerable<PlaceProfile> participants, AffinityWeights? weights = null)
    {
        _weights = weights ?? AffinityWeights.Default;
        _places = [.. participants.OrderBy(p => p.Key, StringComparer.Ordinal)];
        _challenges = new Rarity([.. _places.Select(p => p.Challenges)]);
        _needs = new Rarity([.. _places.Select(p => p.Needs)]);
    }

    /// <summary>All pairs of participants with a score, by key.</summary>
    public IEnumerable<PairScore> AllPairs(bool acrossBordersOnly = false)
    {
        for (var i = 0; i < _places.Length; i++)
            for (var j = i + 1; j < _places.Length; j++)
                if (!acrossBordersOnly || _places[i].Country != _places[j].Country)
                    yield return Score(_places[i], _places[j]);
    }

    /// <summary>Scores one pair; the order of the two does not matter.</summary>
    public PairScore Score(PlaceProfile one, PlaceProfile other)
    {
        var (a, b) = string.CompareOrdinal(one.Key, other.Key) <= 0 ? (one, other) : (other, one);
        return new PairScore(a.Key, b.Key,
        [
            SharedChallenges(a, b), NeedsMetByOffers(a, b), SharedWishes(a, b), ComparableScale(a, b),
            OriginDestination(a, b), SharedLanguage(a, b), NewTie(a, b)
        ]);
    }

    private ScorePart SharedChallenges(PlaceProfile a, PlaceProfile b) => Part(Criterion.SharedChallenges,
        Overlap(a.Challenges, b.Challenges, _challenges),
        Common(a.Challenges, b.Challenges, FactKind.BothFace, _challenges),
        Missing(a, b, ProfileGap.Challenges));

    private ScorePart SharedWishes(PlaceProfile a, PlaceProfile b) => Part(Criterion.SharedWishes,
        Overlap(a.Needs, b.Needs, _needs),
        Common(a.Needs, b.Needs, FactKind.BothWant, _needs),
        Missing(a, b, ProfileGap.Needs));

    /// <summary>(stronger + 2 x weaker) / 3: a twinning in which both learn is worth three in which only one does.</summary>
    private ScorePart NeedsMetByOffers(PlaceProfile a, PlaceProfile b)
    {
        int forA = Met(a, b), forB = Met(b, a);
        var value = (Math.Max(forA, forB) + 2 * Math.Min(forA, forB)) / 3;
        List<ScoreFact> facts =
        [
            .. Common(a.Needs, b.Offers, FactKind.ALearns, _needs),
            .. Common(a.Offers, b.Needs, FactKind.BLearns, _needs)
        ];
        return Part(Criterion.NeedsMetByOffers, value, facts, [.. Missing(a, b, ProfileGap.Needs), .. Missing(a, b, ProfileGap.Offers)]);
    }

    /// <summary>The share of what a place wants, weighted by rarity, that the other has.</summary>
    private int Met(PlaceProfile learner, PlaceProfile teacher)
    {
        var wanted = _needs.Of(learner.Needs.Select(f => f.Code));
        var met = _needs.Of(learner.Needs.Select(f => f.Code).Intersect(teacher.Offers.Select(f => f.Code), StringComparer.Ordinal));
        return wanted == 0 ? 0 : (int)(met * AffinityWeights.One / wanted);
    }

    private ScorePart ComparableScale(PlaceProfile a, PlaceProfile b)
    {
        var known = a.Population is > 0 && b.Population is > 0;
        var value = known ? (int)(Math.Min(a.Population!.Value, b.Population!.Value) * (Int128)AffinityWeights.One
            / Math.Max(a.Population.Value, b.Population.Value)) : 0;
        return Part(Criterion.ComparableScale, value, [], Missing(a, b, ProfileGap.Population));
    }

    private ScorePart OriginDestination(PlaceProfile a, PlaceProfile b)
    {
        List<ScoreFact> facts =
        [
            .. Named(a, b).Select(l => new ScoreFact(FactKind.ANamesB, l.Target, l.ClaimIds, [])),
            .. Named(b, a).Select(l => new ScoreFact(FactKind.BNamesA, l.Target, [], l.ClaimIds))
        ];
        var opposite = (a.IsOrigin && b.IsDestination) || (b.IsOrigin && a.IsDestination);
        var value = facts.Count > 0 ? AffinityWeights.One : opposite ? AffinityWeights.One / 2 : 0;
        if (facts.Count == 0 && opposite)
            facts.Add(new ScoreFact(FactKind.OppositeEnds, "", [], []));
        return Part(Criterion.OriginDestination, value, facts, value > 0 ? [] : Missing(a, b, ProfileGap.Movement));
    }

    private static IEnumerable<OriginLink> Named(PlaceProfile from, PlaceProfile to) => from.Links.Where(l =>
        l.Target == to.Key || (l.Target == to.Country && to.Country != from.Country));

    private ScorePart SharedLanguage(PlaceProfile a, PlaceProfile b)
    {
        var shared = a.Languages.Intersect(b.Languages, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Part(Criterion.SharedLanguage, shared.Count > 0 ? AffinityWeights.One : 0,
            [.. shared.Select(l => new ScoreFact(FactKind.BothSpeak, l, [], []))], Missing(a, b, ProfileGap.Languages));
    }

    private ScorePart NewTie(PlaceProfile a, PlaceProfile b)
    {
        var before = a.PreviousPartners.Contains(b.Key) || b.PreviousPartners.Contains(a.Key);
        return Part(Criterion.NewTie, before ? 0 : AffinityWeights.One,
            before ? [new ScoreFact(FactKind.TwinnedBefore, b.Key, [], [])] : [], []);
    }

    private ScorePart Part(Criterion criterion, int value, IReadOnlyList<ScoreFact> facts, IReadOnlyList<Unknown> unknowns) =>
        new(criterion, value, _weights.Of(criterion), facts, unknowns);

    /// <summary>Rarity of what both name, over the geometric mean of what each names: 1 only for equal lists.</summary>
    private static int Overlap(IReadOnlyList<CodedFact> a, IReadOnlyList<CodedFact> b, Rarity rarity)
    {
        var shared = rarity.Of(a.Select(f => f.Code).Intersect(b.Select(f => f.Code), StringComparer.Ordinal));
        if (shared == 0)
            return 0;
        var product = (UInt128)rarity.Of(a.Select(f => f.Code)) * (UInt128)rarity.Of(b.Select(f => f.Code));
        return (int)Math.Min(AffinityWeights.One, shared * AffinityWeights.One / Rarity.Root(product));
    }

    private static List<ScoreFact> Common(IReadOnlyList<CodedFact> a, IReadOnlyList<CodedFact> b, FactKind kind, Rarity rarity)
    {
        var facts = new List<ScoreFact>();
        foreach (var code in a.Select(f => f.Code).Intersect(b.Select(f => f.Code), StringComparer.Ordinal).Order(StringComparer.Ordinal))
            facts.Add(new ScoreFact(kind, code, Claims(a, code), Claims(b, code), rarity.NamedBy(code)));
        return facts;
    }

    private static Guid[] Claims(IReadOnlyList<CodedFact> facts, string code) =>
        [.. facts.Where(f => f.Code == code).SelectMany(f => f.ClaimIds).Distinct()];

    private static Unknown[] Missing(PlaceProfile a, PlaceProfile b, ProfileGap gap) =>
        [.. new[] { a, b }.Where(p => Knowledge.Lacks(p, gap)).Select(p => new Unknown(p.Key, gap))];
}
