using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Platform.Secrets;

/// <summary>
/// The framework's keys, given up as soon as the stored ring changes. By itself each node keeps the ring in memory for a day: after
/// <c>keys revoke-all</c> elsewhere it would go on taking what the revoked keys protect (quality.md R-29).
/// </summary>
internal sealed class WatchedKeyManager(IServiceProvider services) : IKeyManager, IDisposable
{
    private readonly XmlKeyManager _keys = ActivatorUtilities.CreateInstance<XmlKeyManager>(services);
    private readonly Lock _lock = new();
    private CancellationTokenSource _outdated = new();
    private string? _seen;

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => _keys.CreateNewKey(activationDate, expirationDate);

    public IReadOnlyCollection<IKey> GetAllKeys() => _keys.GetAllKeys();

    public void RevokeKey(Guid keyId, string? reason = null) => _keys.RevokeKey(keyId, reason);

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => _keys.RevokeAllKeys(revocationDate, reason);

    public CancellationToken GetCacheExpirationToken()
    {
        lock (_lock)
            return CancellationTokenSource.CreateLinkedTokenSource(_keys.GetCacheExpirationToken(), _outdated.Token).Token;
    }

    /// <summary>Looks whether the stored ring is another than last time.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var ring = scope.ServiceProvider.GetRequiredService<AppDbContext>().DataProtectionKeys;
        // The name of an entry holds the key's own number: a ring that was lost and begun anew may have the same count and row.
        var now = $"{await ring.CountAsync(cancel)}:{await ring.OrderByDescending(k => k.Id).Select(k => k.FriendlyName).FirstOrDefaultAsync(cancel)}";
        var before = Interlocked.Exchange(ref _seen, now);
        // The first look gives the ring up as well: it may have grown since it was read at the start.
        if (before == now)
            return;
        CancellationTokenSource outdated;
        lock (_lock)
            (outdated, _outdated) = (_outdated, new());
        await outdated.CancelAsync();
    }

    public void Dispose() => _outdated.Dispose();
}

/// <summary>Every four seconds: R-29 gives a revoked ring ten.</summary>
internal sealed class KeyRingWatch(IKeyManager keys, ILogger<KeyRingWatch> log) : RepeatedLook(TimeSpan.FromSeconds(4), log)
{
    protected override Task LookAsync(CancellationToken cancel) => keys is WatchedKeyManager watched ? watched.LookAsync(cancel) : Task.CompletedTask;
}
