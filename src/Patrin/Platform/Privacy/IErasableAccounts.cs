namespace Patrin.Platform.Privacy;

/// <summary>The accounts of the house, as the erasure ledger needs to know them.</summary>
public interface IErasableAccounts
{
    /// <summary>Numbers of all accounts that are not erased.</summary>
    IAsyncEnumerable<Guid> NotErasedAsync();

    /// <summary>Erases an account again that had been erased before an older database was put back.</summary>
    Task EraseAgainAsync(Guid account, CancellationToken cancel);
}
