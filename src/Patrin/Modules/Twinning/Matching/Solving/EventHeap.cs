namespace Patrin.Modules.Twinning.Matching.Solving;

/// <summary>A four-way heap of (time, code) pairs; equal times come out in order of code, so a run can be repeated exactly.</summary>
internal sealed class EventHeap
{
    private ulong[] _items = new ulong[256];
    private int _count;

    public int Count => _count;

    public void Clear() => _count = 0;

    public int PeekTime() => (int)(_items[0] >> 32);

    public void Push(int time, int code)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, 2 * _count);
        var key = ((ulong)(uint)time << 32) | (uint)code;
        var i = _count++;
        while (i > 0)
        {
            var up = (i - 1) >> 2;
            if (_items[up] <= key)
                break;
            _items[i] = _items[up];
            i = up;
        }
        _items[i] = key;
    }

    public (int Time, int Code) Pop()
    {
        var top = _items[0];
        var last = _items[--_count];
        if (_count > 0)
            Sink(last);
        return ((int)(top >> 32), (int)(uint)top);
    }

    private void Sink(ulong key)
    {
        var i = 0;
        while (true)
        {
            var first = 4 * i + 1;
            if (first >= _count)
                break;
            var best = first;
            var end = Math.Min(first + 4, _count);
            for (var c = first + 1; c < end; c++)
                if (_items[c] < _items[best])
                    best = c;
            if (_items[best] >= key)
                break;
            _items[i] = _items[best];
            i = best;
        }
        _items[i] = key;
    }
}
