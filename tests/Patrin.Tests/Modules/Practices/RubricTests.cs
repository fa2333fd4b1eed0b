using CsCheck;
using Patrin.Modules.Practices.Rubric;

namespace Patrin.Tests.Modules.Practices;

public sealed class RubricTests
{
    private static readonly Gen<Marks> AnyMarks = Gen.Select(Gen.Int[0, 4].Array[10], Gen.Enum<EvidenceLevel>(), (given, level) => new Marks(given, level));

    [Fact]
    public void The_weights_sum_to_a_hundred_and_the_codes_are_those_of_the_list() =>
        Assert.Equal((100, 10, 10), (ReviewRubric.Criteria.Sum(c => c.Weight), ReviewRubric.Criteria.Count, ReviewRubric.Criteria.Select(c => c.Code).Distinct().Count()));

    [Fact]
    public void Score_and_outcome_are_a_pure_function_of_the_reviews_in_any_order() =>
        Gen.Select(AnyMarks.Array[0, 4], Gen.Int).Sample((reviews, seed) =>
        {
            var shuffled = reviews.ToArray();
            new Random(seed).Shuffle(shuffled);
            Assert.Equal(Verdict.Of(reviews), Verdict.Of(shuffled));
        });

    [Fact]
    public void The_score_equals_the_words_of_the_published_rules() => AnyMarks.Array[3, 4].Sample(reviews =>
    {
        var verdict = Verdict.Of(reviews);
        // The rules as they stand in the methods, in another arithmetic.
        double[] weights = [10, 15, 20, 10, 15, 5, 5, 5, 10, 5];
        var each = reviews.Select(r => r.Given.Select((m, i) => weights[i] * m / 4).Sum()).ToArray();
        double MeanOf(int i) => reviews.Average(r => r.Given[i]);
        var level = reviews.Select(r => r.Level).Distinct().Where(l => reviews.Count(r => r.Level >= l) * 2 > reviews.Length).DefaultIfEmpty(EvidenceLevel.E0).Max();
        var wanted = reviews.Length == 3 && each.Max() - each.Min() > 30 ? Outcome.AskFourth
            : MeanOf(4) < 2 ? Outcome.OnlyAsLesson
            : MeanOf(1) < 1 ? Outcome.Revise
            : each.Average() >= 75 ? (level >= EvidenceLevel.E2 ? Outcome.Validated : Outcome.ValidatedPromising)
            : each.Average() >= 60 ? Outcome.ValidatedPromising
            : each.Average() >= 45 ? Outcome.Revise : Outcome.Declined;
        Assert.Equal(wanted, verdict.Outcome);
        Assert.Equal(level, verdict.Level);
        Assert.Equal(each.Average(), (double)verdict.Score!.Value, 9);
    });

    [Fact]
    public void A_better_mark_never_lowers_the_score() => Gen.Select(AnyMarks.Array[3, 4], Gen.Int[0, 9]).Sample((reviews, criterion) =>
    {
        var first = reviews[0].Given.ToArray();
        first[criterion] = Math.Min(4, first[criterion] + 1);
        Assert.True(Verdict.Of([new(first, reviews[0].Level), .. reviews[1..]]).Score >= Verdict.Of(reviews).Score);
    });

    [Theory]
    [InlineData(EvidenceLevel.E1, true, 3, 30, EvidenceLevel.E1)] // no effect of its own to repeat
    [InlineData(EvidenceLevel.E2, true, 1, null, EvidenceLevel.E4)]
    [InlineData(EvidenceLevel.E2, false, 1, null, EvidenceLevel.E2)] // no cost per person
    [InlineData(EvidenceLevel.E3, true, 2, 24, EvidenceLevel.E5)]
    [InlineData(EvidenceLevel.E3, true, 2, 23, EvidenceLevel.E4)]
    [InlineData(EvidenceLevel.E3, true, 0, 24, EvidenceLevel.E3)]
    public void Repetition_adds_its_steps_and_no_more(EvidenceLevel reviewed, bool cost, int places, int? months, EvidenceLevel wanted) => Assert.Equal(
        wanted, EvidenceLadder.Of(reviewed, [.. Enumerable.Range(0, places).Select(i => new Repetition("p" + i, true, true))], new(cost, months, true)));

    [Fact]
    public void A_repetition_never_lowers_a_level_and_taking_it_back_takes_its_step_back() =>
        Gen.Select(Gen.Enum<EvidenceLevel>(), Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Bool, (p, s, o) => new Repetition("p" + p, s, o)).List[0, 4], Gen.Bool, Gen.Int[0, 40], Gen.Bool)
            .Sample((reviewed, repetitions, cost, months, stable) =>
            {
                var lasting = new Lasting(cost, months, stable);
                Assert.True(EvidenceLadder.Of(reviewed, repetitions, lasting) >= reviewed);
                Assert.Equal(reviewed, EvidenceLadder.Of(reviewed, [], lasting) is var alone && reviewed == EvidenceLevel.E4 ? alone : EvidenceLadder.Of(reviewed, [], lasting));
            });
}
