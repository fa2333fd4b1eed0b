using System.Globalization;

namespace Patrin.Tests.Platform.Durability;

/// <summary>A write that the server has acknowledged: what was done, and the words by which it is found in the database.</summary>
internal sealed record Acknowledged(string Kind, string Value);

/// <summary>
/// Something of which only the last value is kept (a name, a choice). Of a write that was not acknowledged nobody promised
/// whether it is there: until the next acknowledged one, the stored value may be any that was sent since.
/// </summary>
internal sealed class Slot(string first)
{
    private readonly Lock _lock = new();
    private readonly List<string> _possible = [first];

    public void Sent(string value)
    {
        lock (_lock)
            _possible.Add(value);
    }

    public void Acknowledge(string value)
    {
        lock (_lock)
        {
            _possible.Clear();
            _possible.Add(value);
        }
    }

    /// <summary>Empty when the stored value is one that may stand there.</summary>
    public string Fault(string stored)
    {
        lock (_lock)
            return _possible.Contains(stored) ? "" : string.Create(CultureInfo.InvariantCulture, $"\"{stored}\" stands where \"{string.Join("\" or \"", _possible)}\" should. ");
    }
}
