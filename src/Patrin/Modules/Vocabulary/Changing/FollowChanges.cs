using Patrin.Platform.Jobs;

namespace Patrin.Modules.Vocabulary.Changing;

/// <summary>A change that another node made counts here too, two seconds later.</summary>
internal sealed class FollowChanges<T>(IServiceScopeFactory scopes, ILogger<FollowChanges<T>> log) : RepeatedLook(TimeSpan.FromSeconds(2), log)
    where T : ListChange
{
    private string _seen = "";

    protected override async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var changes = scope.ServiceProvider.GetRequiredService<ListChanges<T>>();
        var now = await changes.StampAsync(cancel);
        if (now == _seen)
            return;
        await changes.LoadAsync(cancel);
        _seen = now;
    }
}
