namespace Patrin.Modules.Twinning.Show;

/// <summary>
/// The few rounds that people look at, and what visitors worked out with other weights: kept in memory, bounded, never
/// the only copy. A key carries the time of the run, so a round that ran again is another entry.
/// </summary>
public sealed class RoundShelf
{
    private readonly Recent<(Guid, DateTime), WorkedRound> _rounds = new(16);
    private readonly Recent<(Guid, DateTime, string), object> _answers = new(256);

    public WorkedRound? Find(Guid round, DateTime runAt) => _rounds.Find((round, runAt));

    public WorkedRound Put(Guid round, DateTime runAt, WorkedRound worked) => _rounds.Put((round, runAt), worked);

    /// <summary>An answer that was worked out before for the same question, or the new one.</summary>
    public T Answer<T>(RoundHead round, string question, Func<T> workOut)
        where T : class
    {
        var key = (round.Id, round.RunAt ?? default, question);
        return (T)(_answers.Find(key) ?? _answers.Put(key, workOut()));
    }

    /// <summary>The newest entries of a dictionary; the oldest leaves when there is no room.</summary>
    private sealed class Recent<TKey, TValue>(int room)
        where TKey : notnull
        where TValue : class
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<TKey, TValue> _entries = [];
        private readonly Queue<TKey> _order = new();

        public TValue? Find(TKey key)
        {
            lock (_lock)
                return _entries.GetValueOrDefault(key);
        }

        public TValue Put(TKey key, TValue value)
        {
            lock (_lock)
            {
                if (!_entries.TryAdd(key, value))
                    return _entries[key];
                _order.Enqueue(key);
                if (_order.Count > room)
                    _entries.Remove(_order.Dequeue());
                return value;
            }
        }
    }
}
