using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Platform.Access;

/// <summary>
/// Counts attempts and says when there were too many. Counted in the database: limits are shared by all nodes and survive a restart.
/// Works on a connection of its own, so that a refused change does not take its count back; call it before a transaction is opened.
/// </summary>
public sealed class Throttle(IServiceScopeFactory scopes, MasterKey master, TimeProvider clock)
{
    /// <summary>Counts an attempt. Null when it may go on, else how long to wait; a refused attempt is not counted.</summary>
    /// <param name="bucket">What is tried, for instance <c>sign-in:account</c>.</param>
    /// <param name="key">By whom or on what: an account, an address. Stored as a keyed hash.</param>
    /// <param name="limit">Attempts allowed within <paramref name="window"/>, wherever it begins.</param>
    /// <param name="window">Length of time looked back on.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<TimeSpan?> TryAsync(string bucket, string key, int limit, TimeSpan window, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var now = clock.GetUtcNow().UtcDateTime;
        var attempt = new ThrottledTry { KeyMark = Mark(bucket, key), At = now, EndsAt = now + window };
        // First written, then counted: of many at once at most as many as allowed find themselves within the limit.
        db.Add(attempt);
        await db.SaveChangesAsync(cancel);
        if (await WaitAsync(db, attempt.KeyMark, limit + 1, window, now, cancel) is not { } wait)
            return null;
        await db.Set<ThrottledTry>().Where(t => t.Id == attempt.Id).ExecuteDeleteAsync(cancel);
        return wait;
    }

    /// <summary>How long to wait, without counting.</summary>
    public async Task<TimeSpan?> WaitAsync(string bucket, string key, int limit, TimeSpan window, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return await WaitAsync(db, Mark(bucket, key), limit, window, clock.GetUtcNow().UtcDateTime, cancel);
    }

    /// <exception cref="TooManyTries">The limit is reached: answered with 429.</exception>
    public async Task RequireAsync(string bucket, string key, int limit, TimeSpan window, CancellationToken cancel)
    {
        if (await TryAsync(bucket, key, limit, window, cancel) is { } wait)
            throw new TooManyTries(wait);
    }

    /// <summary>Takes the latest attempt back: it was no failure after all. Of two at once one may stay counted, never one too few.</summary>
    public async Task TakeBackAsync(string bucket, string key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tries = scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ThrottledTry>();
        var mark = Mark(bucket, key);
        var latest = await tries.Where(t => t.KeyMark == mark).OrderByDescending(t => t.At).Select(t => t.Id).FirstOrDefaultAsync(cancel);
        await tries.Where(t => t.Id == latest).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Forgets what was counted, when it is of no more use to anybody.</summary>
    public async Task ForgetAsync(string bucket, string key, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var mark = Mark(bucket, key);
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<ThrottledTry>().Where(t => t.KeyMark == mark).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Where a request comes from, as far as it is counted: an IPv4 address or an IPv6 /64, which one subscriber holds whole.</summary>
    public static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes) + "/64";
    }

    private static async Task<TimeSpan?> WaitAsync(AppDbContext db, string mark, int limit, TimeSpan window, DateTime now, CancellationToken cancel)
    {
        var from = now - window;
        // The youngest first: the one that must grow old before another attempt fits in is the last of these.
        var latest = await db.Set<ThrottledTry>().Where(t => t.KeyMark == mark && t.At > from)
            .OrderByDescending(t => t.At).Select(t => t.At).Take(limit).ToListAsync(cancel);
        if (latest.Count < limit)
            return null;
        var wait = latest[^1] + window - now;
        return wait > TimeSpan.FromSeconds(1) ? wait : TimeSpan.FromSeconds(1);
    }

    private string Mark(string bucket, string key) => master.Mark("throttle", bucket + "\n" + key);
}

/// <summary>Too many attempts. Answered with 429 and <c>Retry-After</c>.</summary>
/// <param name="wait">How long until the next attempt is looked at.</param>
public sealed class TooManyTries(TimeSpan wait) : Exception("Too many attempts.")
{
    public TimeSpan Wait { get; } = wait;

    /// <summary>For the header and for people: whole seconds and minutes, rounded up.</summary>
    public int Seconds => (int)Math.Ceiling(Wait.TotalSeconds);

    public int Minutes => (int)Math.Ceiling(Wait.TotalMinutes);
}
