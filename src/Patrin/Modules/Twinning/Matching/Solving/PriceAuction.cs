using System.Runtime.CompilerServices;

namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>
/// Guesses good prices by an auction on the doubled graph: every place appears once as a bidder and once as an offer, and each
/// place may buy itself at weight 0, which stands for going without. The bids get finer from round to round. The result only
/// decides how much work is left for the exact search, never what it finds.
/// </summary>
internal sealed class PriceAuction
{
    private const int StepRatio = 5;

    /// <summary>Bids per slot after which the guess is good enough; an ordinary round needs about twenty.</summary>
    private const int BidsPerSlot = 200;

    private readonly SparseGraph _graph;
    private readonly int[] _slotStart;
    private readonly int[] _slotBidder;
    private readonly int[] _slotPrice;
    private readonly int[] _price;
    private readonly int[] _held;
    private readonly int[] _heldCount;
    private readonly Queue<int> _waiting = new();
    private long _bidsLeft;

    public PriceAuction(SparseGraph graph)
    {
        _graph = graph;
        var n = graph.VertexCount;
        _slotStart = new int[n + 1];
        for (var v = 0; v < n; v++)
            _slotStart[v + 1] = _slotStart[v] + graph.Capacity[v];
        _slotBidder = new int[_slotStart[n]];
        _slotPrice = new int[_slotStart[n]];
        _held = new int[_slotStart[n]];
        _heldCount = new int[n];
        _price = new int[n];
        _bidsLeft = (long)BidsPerSlot * _slotStart[n];
    }

    /// <summary>Guesses the prices of all places.</summary>
    public static int[] Guess(SparseGraph graph)
    {
        var highest = graph.EdgeWeight.Length == 0 ? 0 : Math.Max(1, graph.EdgeWeight.Max());
        return new PriceAuction(graph).Run(Math.Max(1, highest / 10), Math.Max(1, highest / 5_000));
    }

    private int[] Run(int firstStep, int lastStep)
    {
        for (var step = firstStep; ; step = Math.Max(lastStep, step / StepRatio))
        {
            Round(step);
            if (step <= lastStep)
                break;
        }
        return Prices();
    }

    private void Round(int step)
    {
        Array.Fill(_slotBidder, -1);
        Array.Clear(_heldCount);
        for (var v = 0; v < _graph.VertexCount; v++)
        {
            for (var s = _slotStart[v]; s < _slotStart[v + 1]; s++)
            {
                _slotPrice[s] = _price[v];
                _waiting.Enqueue(v);
            }
        }
        while (_bidsLeft > 0 && _waiting.TryDequeue(out var bidder))
            Bid(bidder, step);
        _waiting.Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Bid(int u, int step)
    {
        _bidsLeft--;
        var best = -_price[u];
        var target = u;
        var second = int.MinValue;
        var end = _graph.Start[u + 1];
        var held = _held.AsSpan(_slotStart[u], _heldCount[u]);
        for (var k = _graph.Start[u]; k < end; k++)
        {
            var v = _graph.Neighbour[k];
            var value = _graph.NeighbourWeight[k] - _price[v];
            if (value <= second || held.Contains(v))
                continue;
            if (value > best)
            {
                second = best;
                best = value;
                target = v;
            }
            else
            {
                second = value;
            }
        }
        if (second == int.MinValue)
            second = best - step;
        Take(u, target, _price[target] + (best - second) + step);
    }

    private void Take(int bidder, int offer, int price)
    {
        var first = _slotStart[offer];
        var end = _slotStart[offer + 1];
        var lowest = first;
        for (var s = first + 1; s < end; s++)
            if (_slotPrice[s] < _slotPrice[lowest])
                lowest = s;
        var loser = _slotBidder[lowest];
        if (loser >= 0)
        {
            Release(loser, offer);
            _waiting.Enqueue(loser);
        }
        _slotBidder[lowest] = bidder;
        _slotPrice[lowest] = price;
        _held[_slotStart[bidder] + _heldCount[bidder]++] = offer;
        var least = price;
        for (var s = first; s < end; s++)
            least = Math.Min(least, _slotPrice[s]);
        _price[offer] = least;
    }

    private void Release(int bidder, int offer)
    {
        var from = _slotStart[bidder];
        var last = from + --_heldCount[bidder];
        for (var k = from; k <= last; k++)
            if (_held[k] == offer)
            {
                _held[k] = _held[last];
                return;
            }
    }

    /// <summary>The mean of what a place asks and what it would still pay.</summary>
    private int[] Prices()
    {
        var result = new int[_graph.VertexCount];
        for (var u = 0; u < result.Length; u++)
        {
            var held = _held.AsSpan(_slotStart[u], _heldCount[u]);
            int worst = int.MaxValue, best = -_price[u];
            if (held.Contains(u))
                worst = -_price[u];
            for (var k = _graph.Start[u]; k < _graph.Start[u + 1]; k++)
            {
                var v = _graph.Neighbour[k];
                var value = _graph.NeighbourWeight[k] - _price[v];
                if (held.Contains(v))
                    worst = Math.Min(worst, value);
                else
                    best = Math.Max(best, value);
            }
            result[u] = Math.Max(0, ((worst == int.MaxValue ? best : worst) + _price[u]) / 2);
        }
        return result;
    }
}
