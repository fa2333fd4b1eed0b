using CsCheck;
using Patrin.Modules.Practices.Assigning;

namespace Patrin.Tests.Modules.Practices;

public sealed class AssignReviewersTests
{
    private static readonly ReviewerKind[] Views = Enum.GetValues<ReviewerKind>();

    private static readonly Gen<Reviewer> AnyReviewer = Gen.Select(
        Gen.Int[1, 7], Gen.Int[0, 4], Gen.Int[0, 1], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 8],
        (kinds, organisation, country, areas, languages, load, free, interest) => new Reviewer(
            "", Views.Where((_, i) => (kinds & (1 << i)) != 0).ToHashSet(), organisation == 4 ? null : "o" + organisation, "c" + country,
            Bits("a", areas), Bits("l", languages), load, load + free, interest < 5 ? new HashSet<string> { "o" + interest } : []));

    private static readonly Gen<WaitingRecord> AnyRecord = Gen.Select(
        Gen.Int[0, 7], Gen.Int[0, 1], Gen.Int[1, 3], Gen.Int[0, 1], Gen.Int[0, 15], Gen.Int[0, 15],
        (wanted, country, areas, language, parties, taken) => new WaitingRecord(
            "", [.. Views.Where((_, i) => (wanted & (1 << i)) != 0)], "c" + country, Bits("a", areas), "l" + language, Bits("o", parties & 3),
            new HashSet<string> { "r0" }, Bits("o", taken & 12), new HashSet<string> { "r1" }));

    private static readonly Gen<(WaitingRecord[] Queue, Reviewer[] Reviewers)> Small = Gen.Select(
        AnyRecord.Array[0, 2], AnyReviewer.Array[0, 5],
        (queue, reviewers) => (queue, reviewers.Select((r, i) => r with { Key = "r" + i }).ToArray()));

    [Fact]
    public void A_plan_breaks_no_rule() => Gen.Select(AnyRecord.Array[0, 6], AnyReviewer.Array[0, 12]).Sample((queue, drawn) =>
    {
        var reviewers = drawn.Select((r, i) => r with { Key = "r" + i }).ToArray();
        var plan = AssignReviewers.Solve(queue, reviewers);
        Assert.Equal(queue.Sum(r => r.Wanted.Count), plan.Reviews.Count);
        Assert.True(IsLegal(queue, reviewers, [.. plan.Reviews.Select(a => a.Reviewer)]));
    });

    [Fact]
    public void A_plan_equals_the_best_of_all_plans_on_small_queues() => Small.Sample((queue, reviewers) =>
    {
        var plan = AssignReviewers.Solve(queue, reviewers);
        Assert.Equal(BruteForce(queue, reviewers), (plan.Filled, plan.Cost));
        Assert.Equal((plan.Filled, plan.Cost), Worth(queue, reviewers, [.. plan.Reviews.Select(a => a.Reviewer)]));
    });

    [Fact]
    public void The_same_queue_gives_the_same_plan() => Small.Sample((queue, reviewers) =>
        Assert.Equal(AssignReviewers.Solve(queue, reviewers).Reviews, AssignReviewers.Solve(queue, reviewers).Reviews));

    private static (int Filled, long Cost) BruteForce(WaitingRecord[] queue, Reviewer[] reviewers)
    {
        var slots = queue.Sum(r => r.Wanted.Count);
        var best = (Filled: 0, Cost: 0L);
        var choice = new int[slots];
        void Try(int at)
        {
            if (at == slots)
            {
                if (IsLegal(queue, reviewers, choice) && Worth(queue, reviewers, choice) is var worth && (worth.Filled > best.Filled || (worth.Filled == best.Filled && worth.Cost < best.Cost)))
                    best = worth;
                return;
            }

            for (choice[at] = -1; choice[at] < reviewers.Length; choice[at]++)
                Try(at + 1);
        }

        Try(0);
        return best;
    }

    private static (int Filled, long Cost) Worth(WaitingRecord[] queue, Reviewer[] reviewers, int[] choice)
    {
        var open = reviewers.Select(r => r.Load).ToArray();
        var cost = 0L;
        foreach (var (record, reviewer) in queue.SelectMany(r => r.Wanted.Select(_ => r)).Zip(choice).Where(p => p.Second >= 0))
        {
            cost += (reviewers[reviewer].Languages.Contains(record.Language) ? 0 : 30) + (reviewers[reviewer].Areas.Overlaps(record.Areas) ? 0 : 40) + (10 * open[reviewer]++);
        }

        return (choice.Count(c => c >= 0), cost);
    }

    /// <summary>The rules again, in other words than the engine's.</summary>
    private static bool IsLegal(WaitingRecord[] queue, Reviewer[] reviewers, int[] choice)
    {
        var at = 0;
        foreach (var record in queue)
        {
            var asked = new HashSet<string>();
            foreach (var view in record.Wanted)
            {
                if (choice[at++] is not (>= 0 and var index))
                    continue;
                var r = reviewers[index];
                var home = r.Organisation ?? r.Key;
                if (!r.Kinds.Contains(view) || record.Writers.Contains(r.Key) || record.Refused.Contains(r.Key) || !asked.Add(home)
                    || (r.Organisation is not null && (record.Parties.Contains(r.Organisation) || record.Taken.Contains(r.Organisation)))
                    || r.Interests.Any(record.Parties.Contains) || (view == ReviewerKind.Practitioner && r.Country == record.Country))
                    return false;
            }
        }

        return reviewers.Index().All(r => choice.Count(c => c == r.Index) <= Math.Max(0, r.Item.Capacity - r.Item.Load));
    }

    private static HashSet<string> Bits(string prefix, int bits) => [.. Enumerable.Range(0, 4).Where(i => (bits & (1 << i)) != 0).Select(i => prefix + i)];
}
