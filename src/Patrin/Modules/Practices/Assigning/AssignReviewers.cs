namespace Patrin.Modules.Practices.Assigning;

/// <summary>The best set of reviews for the whole queue.</summary>
/// <param name="Reviews">One entry per wanted view, in the order of the queue.</param>
/// <param name="Filled">How many found somebody.</param>
/// <param name="Cost">Sum of misfit and piles over all that did.</param>
public sealed record AssignmentPlan(IReadOnlyList<Assigned> Reviews, int Filled, long Cost);

/// <summary>
/// Chooses reviewers for the whole queue at once: first as many views as possible are given, then the sum of misfit and
/// piles is as small as possible. Exact: a flow of least cost answers everything but one rule, that the people of one
/// organisation give one view of a record at most; where a flow breaks it, the case is split in two and both are bounded by
/// the flow's own cost. Pure: the same lists give the same plan.
/// </summary>
public static class AssignReviewers
{
    /// <summary>Splits at most; beyond it the best plan found so far stands (it never breaks a rule).</summary>
    public const int MostSplits = 20_000;

    public static AssignmentPlan Solve(IReadOnlyList<WaitingRecord> queue, IReadOnlyList<Reviewer> reviewers)
    {
        ArgumentNullException.ThrowIfNull(queue);
        ArgumentNullException.ThrowIfNull(reviewers);
        var slots = queue.SelectMany((record, r) => record.Wanted.Select((view, s) => new Slot(r, s, view))).ToArray();
        var allowed = slots.Select(slot => Enumerable.Range(0, reviewers.Count)
            .Where(i => Suitability.Against(reviewers[i], queue[slot.Record], slot.View) == Obstacle.None).ToArray()).ToArray();
        var search = new Search(queue, reviewers, slots);
        search.Branch(allowed);
        return search.Best;
    }

    private sealed record Slot(int Record, int Number, ReviewerKind View);

    private sealed class Search(IReadOnlyList<WaitingRecord> queue, IReadOnlyList<Reviewer> reviewers, Slot[] slots)
    {
        private readonly Stack<int[][]> _open = new();
        private int _splits;

        public AssignmentPlan Best { get; private set; } = new([.. slots.Select(s => new Assigned(s.Record, s.Number, -1))], 0, 0);

        public void Branch(int[][] allowed)
        {
            _open.Push(allowed);
            while (_open.TryPop(out var now) && _splits++ < MostSplits)
            {
                var chosen = LeastCostFlow.Solve(now, [.. reviewers.Select(r => r.Free)],
                    (slot, reviewer) => Suitability.Misfit(reviewers[reviewer], queue[slots[slot].Record]), (reviewer, taken) => Suitability.OfPile(reviewers[reviewer].Load + taken));
                if (!IsBetter(chosen))
                    continue;
                if (Clash(chosen) is not var (first, second))
                    Best = new([.. slots.Select((s, i) => new Assigned(s.Record, s.Number, chosen.Choice[i]))], chosen.Filled, chosen.Cost);
                else
                    Split(now, first, second, OrganisationOf(chosen.Choice[first]));
            }
        }

        private bool IsBetter(FlowResult flow) => flow.Filled > Best.Filled || (flow.Filled == Best.Filled && flow.Cost < Best.Cost);

        /// <summary>Two views of one record given by people of one organisation (or by one person).</summary>
        private (int First, int Second)? Clash(FlowResult flow)
        {
            for (var a = 0; a < slots.Length; a++)
            {
                for (var b = a + 1; b < slots.Length && slots[b].Record == slots[a].Record; b++)
                {
                    if (flow.Choice[a] >= 0 && flow.Choice[b] >= 0 && OrganisationOf(flow.Choice[a]) == OrganisationOf(flow.Choice[b]))
                        return (a, b);
                }
            }

            return null;
        }

        /// <summary>At most one of the two views is theirs: in one half they do not give the first, in the other not the second.</summary>
        private void Split(int[][] allowed, int first, int second, string organisation)
        {
            foreach (var slot in (int[])[first, second])
            {
                var half = allowed.ToArray();
                half[slot] = [.. allowed[slot].Where(i => OrganisationOf(i) != organisation)];
                _open.Push(half);
            }
        }

        private string OrganisationOf(int reviewer) => reviewers[reviewer].Organisation ?? "person " + reviewers[reviewer].Key;
    }
}
