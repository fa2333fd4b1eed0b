namespace Patrin.Tests.Platform.Durability;

/// <summary>
/// A disk after a power cut: of each file what was synced is there; of the rest each write is there, is not, or is there in part.
/// A new file is there for certain when its directory was synced.
/// </summary>
internal sealed class Disk(Random random)
{
    /// <summary>What a disk writes at once.</summary>
    private const int Sector = 512;

    private readonly Dictionary<string, byte[]> _durable = [];
    private readonly Dictionary<string, List<SystemCall>> _pending = [];
    private readonly HashSet<string> _named = [];

    /// <summary>A file of old, under the name it has in the trace.</summary>
    public void Load(string name, string file)
    {
        _durable[name] = File.ReadAllBytes(file);
        _named.Add(name);
    }

    /// <summary>Lets everything happen that had ended before the cut.</summary>
    public void Replay(IEnumerable<SystemCall> calls, int cut)
    {
        foreach (var call in calls.Where(c => c.End < cut))
        {
            if (call.Kind is CallKind.Write or CallKind.Truncate)
                Pending(call.File).Add(call);
            else if (call.Kind == CallKind.Create)
                _durable.TryAdd(call.File, []);
            else if (call.Kind == CallKind.Delete)
                Delete(call.File);
            else if (call.Kind == CallKind.Sync)
                Sync(call);
        }
    }

    /// <summary>Writes what is left into another directory.</summary>
    public void Save(string directory)
    {
        foreach (var (file, durable) in _durable)
        {
            if (file.EndsWith("-shm", StringComparison.Ordinal) || (!_named.Contains(file) && random.Next(2) == 0))
                continue;
            var content = durable;
            foreach (var call in Pending(file))
                content = Perhaps(content, call);
            File.WriteAllBytes(Path.Combine(directory, Path.GetFileName(file)), content);
        }
    }

    private void Delete(string file)
    {
        _durable.Remove(file);
        _pending.Remove(file);
        _named.Remove(file);
    }

    private void Sync(SystemCall sync)
    {
        // A directory: its files keep their names from now on.
        _named.UnionWith(_durable.Keys.Where(f => Path.GetDirectoryName(f) == sync.File));
        if (!_durable.TryGetValue(sync.File, out var content))
            return;
        var pending = Pending(sync.File);
        foreach (var call in pending.Where(c => c.End < sync.Begin).ToList())
        {
            content = Apply(content, call, _ => true);
            pending.Remove(call);
        }

        _durable[sync.File] = content;
    }

    private List<SystemCall> Pending(string file) => _pending.TryGetValue(file, out var found) ? found : _pending[file] = [];

    private byte[] Perhaps(byte[] content, SystemCall call) => random.Next(3) switch
    {
        0 => content,
        1 => Apply(content, call, _ => true),
        _ => Apply(content, call, _ => random.Next(2) == 0),
    };

    private static byte[] Apply(byte[] content, SystemCall call, Func<int, bool> keeps)
    {
        if (call.Kind == CallKind.Truncate)
        {
            Array.Resize(ref content, (int)call.Offset);
            return content;
        }

        var grown = content.Length < call.Offset + call.Data.Length ? new byte[call.Offset + call.Data.Length] : [.. content];
        content.CopyTo(grown, 0);
        for (var at = 0; at < call.Data.Length; at += Sector)
        {
            if (keeps(at))
                call.Data.AsSpan(at, Math.Min(Sector, call.Data.Length - at)).CopyTo(grown.AsSpan((int)call.Offset + at));
        }

        return grown;
    }
}
