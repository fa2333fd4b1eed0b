using Patrin.Modules.Twinning;

namespace Patrin.Tests.Modules.Twinning;

public sealed class RoundMethodTests
{
    private static readonly RoundResult Result = RoundMethod.WorkOut(HandCodedPlaces.Inputs);

    [Fact]
    public void The_same_inputs_and_seed_give_the_same_bytes() =>
        Assert.Equal(RoundJson.Write(Result), RoundJson.Write(RoundMethod.WorkOut(HandCodedPlaces.Inputs)));

    [Fact]
    public void The_order_of_the_places_changes_nothing()
    {
        var turned = HandCodedPlaces.Inputs with { Places = [.. HandCodedPlaces.All.Reverse()] };
        Assert.Equal(RoundJson.Write(Result.Pairs), RoundJson.Write(RoundMethod.WorkOut(turned).Pairs));
    }

    [Fact]
    public void Inputs_and_result_survive_being_stored()
    {
        var inputs = RoundJson.Read<RoundInputs>(RoundJson.Write(HandCodedPlaces.Inputs));
        Assert.Equal(RoundJson.Write(HandCodedPlaces.Inputs), RoundJson.Write(inputs));
        Assert.Equal(RoundJson.Write(Result), RoundJson.Write(RoundMethod.WorkOut(inputs)));
        Assert.Equal(RoundJson.Write(Result), RoundJson.Write(RoundJson.Read<RoundResult>(RoundJson.Write(Result))));
    }

    [Fact]
    public void The_parts_of_every_pair_add_up_to_its_score_and_the_pairs_to_the_objective()
    {
        Assert.NotEmpty(Result.Pairs);
        Assert.All(Result.Pairs, pair => Assert.Equal(pair.Score, pair.Parts.Sum(part => part.Points)));
        Assert.All(Result.Pairs, pair => Assert.Equal(ScoreParts.Names, pair.Parts.Select(part => part.Part)));
        Assert.Equal(Result.Objective, Result.Pairs.Sum(pair => (long)pair.Score));
    }

    [Fact]
    public void The_result_is_proved_and_no_worse_than_the_best_pair_first()
    {
        Assert.True(Result.Proved);
        Assert.NotNull(Result.Proof);
        Assert.True(Result.Objective >= Result.Greedy.Objective);
    }

    [Fact]
    public void Berlin_states_no_wish_and_stays_alone_with_what_to_ask()
    {
        var berlin = Assert.Single(Result.Unmatched, place => place.Place == "de-berlin");
        Assert.Equal(Patrin.Modules.Twinning.Matching.UnmatchedReason.TooLittleKnown, berlin.Reason);
        Assert.Contains(Patrin.Modules.Twinning.Matching.ProfileGap.Needs, berlin.Missing);
    }

    [Fact]
    public void Partners_are_in_different_countries_unless_the_rules_say_otherwise()
    {
        var country = HandCodedPlaces.All.ToDictionary(place => place.Key, place => place.Country);
        Assert.All(Result.Pairs, pair => Assert.NotEqual(country[pair.A], country[pair.B]));
    }

    [Fact]
    public void Other_weights_give_other_pairs()
    {
        var weights = new SortedDictionary<string, int>(ScoreParts.Names.ToDictionary(name => name, name => name == "size" ? 100 : 0), StringComparer.Ordinal);
        var moved = RoundMethod.WorkOut(HandCodedPlaces.Inputs with { Rules = HandCodedPlaces.Rules with { Weights = weights } }, tries: 0);
        Assert.NotEmpty(moved.Pairs.Select(pair => pair.Pair).Except(Result.Pairs.Select(pair => pair.Pair)));
        Assert.All(moved.Pairs, pair => Assert.Equal(pair.Score, pair.Parts.Single(part => part.Part == "size").Points));
    }

    [Fact]
    public void A_capacity_a_lock_and_an_exclusion_are_kept()
    {
        var barred = Result.Pairs.First(pair => !pair.Pair.Has("de-hamm")).Pair;
        var rules = HandCodedPlaces.Rules with
        {
            Capacities = new(StringComparer.Ordinal) { ["de-hamm"] = 2 },
            Locks = [PlacePair.Of("de-hamm", "bg-samokov"), PlacePair.Of("de-hamm", "ro-harghita")],
            Exclusions = [barred],
        };
        var result = RoundMethod.WorkOut(HandCodedPlaces.Inputs with { Rules = rules }, tries: 0);
        Assert.Equal(2, result.Pairs.Count(pair => pair.Pair.Has("de-hamm") && pair.Locked));
        Assert.DoesNotContain(barred, result.Pairs.Select(pair => pair.Pair));
    }

    [Fact]
    public void A_limit_of_pairs_between_two_countries_is_kept()
    {
        var country = HandCodedPlaces.All.ToDictionary(place => place.Key, place => place.Country);
        var result = RoundMethod.WorkOut(HandCodedPlaces.Inputs with { Rules = HandCodedPlaces.Rules with { CountryPairLimit = 1, Minimum = 0 } }, tries: 0);
        Assert.All(
            result.Pairs.CountBy(pair => string.Join(' ', new[] { country[pair.A], country[pair.B] }.Order())),
            between => Assert.Equal(1, between.Value));
    }

    [Fact]
    public void A_visitor_who_moves_nothing_gets_the_pairs_of_the_round()
    {
        var quick = RoundMethod.FindPairs(HandCodedPlaces.Inputs);
        Assert.Equal(Result.Objective, quick.Objective);
        Assert.Equal(Result.Greedy.Objective, quick.GreedyObjective);
        Assert.Equal(Result.Pairs.Select(pair => pair.Pair).ToHashSet(), quick.Pairs.Select(pair => pair.Pair).ToHashSet());
    }
}
