namespace Patrin.Modules.Practices.Assigning;

/// <param name="Choice">For each slot the index of who takes it; -1 for nobody.</param>
/// <param name="Filled">Slots with somebody.</param>
/// <param name="Cost">Their cost.</param>
internal sealed record FlowResult(int[] Choice, int Filled, long Cost);

/// <summary>
/// Gives each slot at most one worker and each worker at most so many slots, as many as possible and then as cheap as
/// possible, when the next slot of a worker costs more than the one before (successive shortest paths; exact for such costs).
/// </summary>
internal static class LeastCostFlow
{
    /// <param name="allowed">For each slot the workers that may take it.</param>
    /// <param name="capacity">Slots a worker can take.</param>
    /// <param name="fit">Cost of a worker in a slot, at least zero.</param>
    /// <param name="next">Cost of one slot more for a worker that has taken so many; must not fall.</param>
    public static FlowResult Solve(int[][] allowed, int[] capacity, Func<int, int, int> fit, Func<int, int, int> next)
    {
        var choice = Enumerable.Repeat(-1, allowed.Length).ToArray();
        var taken = new int[capacity.Length];
        while (Augment(allowed, capacity, fit, next, choice, taken))
        {
        }

        var cost = 0L;
        var open = new int[capacity.Length];
        for (var slot = 0; slot < allowed.Length; slot++)
        {
            if (choice[slot] is >= 0 and var worker)
                cost += fit(slot, worker) + next(worker, open[worker]++);
        }

        return new(choice, choice.Count(c => c >= 0), cost);
    }

    /// <summary>
    /// Gives one slot more to somebody in the cheapest way over all empty slots, where those in between pass their slots on
    /// (Bellman-Ford over workers). Step by step it is the cheapest assignment of that many slots.
    /// </summary>
    private static bool Augment(int[][] allowed, int[] capacity, Func<int, int, int> fit, Func<int, int, int> next, int[] choice, int[] taken)
    {
        var distance = new Dictionary<int, long>();
        var from = new Dictionary<int, int>();
        var queue = new Queue<int>();
        var slotsOf = choice.Select((worker, slot) => (worker, slot)).Where(p => p.worker >= 0).ToLookup(p => p.worker, p => p.slot);
        for (var slot = 0; slot < allowed.Length; slot++)
        {
            if (choice[slot] < 0)
                Reach(slot, 0);
        }

        while (queue.TryDequeue(out var worker))
        {
            foreach (var slot in slotsOf[worker])
                Reach(slot, distance[worker] - fit(slot, worker));
        }

        var end = -1;
        var best = long.MaxValue;
        foreach (var (worker, length) in distance)
        {
            if (taken[worker] < capacity[worker] && length + next(worker, taken[worker]) is var total && (total < best || (total == best && worker < end)))
                (best, end) = (total, worker);
        }

        if (end < 0)
            return false;
        taken[end]++;
        for (var worker = end; ;)
        {
            var slot = from[worker];
            var before = choice[slot];
            choice[slot] = worker;
            if (before < 0)
                return true;
            worker = before;
        }

        void Reach(int slot, long so)
        {
            foreach (var worker in allowed[slot])
            {
                if (worker == choice[slot] || (distance.TryGetValue(worker, out var known) && known <= so + fit(slot, worker)))
                    continue;
                (distance[worker], from[worker]) = (so + fit(slot, worker), slot);
                queue.Enqueue(worker);
            }
        }
    }
}
