namespace Patrin.Modules.Vocabulary.Changing;

/// <summary>An administrator's change of a shipped list, laid over it. It stays when it ends: the rows are the list's history.</summary>
public abstract class ListChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTime At { get; init; }

    /// <summary>When it stopped to count; null while it does.</summary>
    public DateTime? EndedAt { get; set; }
}

/// <summary>Shipped lists with changes of one kind laid over them, kept in memory by every node.</summary>
public interface IChangedLists<T>
    where T : ListChange
{
    /// <summary>Lays changes over the shipped lists; those that were laid over before and are not among them end.</summary>
    /// <param name="inForce">Changes that count, oldest first.</param>
    void Apply(IReadOnlyList<T> inForce);
}
