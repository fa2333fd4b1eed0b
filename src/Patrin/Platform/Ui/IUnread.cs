namespace Patrin.Platform.Ui;

/// <summary>How many messages wait in somebody's inbox: shown beside their name on every page.</summary>
public interface IUnread
{
    Task<int> CountAsync(Guid account, CancellationToken cancel);
}
