using System.Net;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Sessions;

/// <summary>Opens a session after a person has shown who they are. An older session of the same browser ends.</summary>
public sealed class OpenSession(AppDbContext db, SessionCookie cookie, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Opens it and gives the browser its cookie.</summary>
    public async Task<Session> RunAsync(Account account, SignInMethod method, bool secondFactor, HttpContext http, CancellationToken cancel)
    {
        if (cookie.Read(http.Request) is { Length: > 0 } old)
        {
            var hash = RandomToken.Hash(old);
            await db.Sessions.Where(s => s.TokenHash == hash).ExecuteDeleteAsync(cancel);
        }

        var token = RandomToken.Make();
        var session = Make(account, method, secondFactor, token, DeviceNames.Of(http.Request.Headers.UserAgent), Shortened(http.Connection.RemoteIpAddress));
        db.Add(session);
        account.SignedInAt = session.StartedAt;
        audit.Note(new(account.DisplayName) { AccountId = account.Id }, "session.open", "account", account.Id, fields: [method.ToString()]);
        await db.SaveChangesAsync(cancel);
        cookie.Write(http.Response, token);
        return session;
    }

    /// <summary>A session row for a token; not saved.</summary>
    public Session Make(Account account, SignInMethod method, bool secondFactor, string token, string device = "", string network = "")
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new()
        {
            TokenHash = RandomToken.Hash(token), AccountId = account.Id, Method = method, SecondFactor = secondFactor,
            StartedAt = now, SeenAt = now, ProvedAt = now, EndsAt = now + Session.Longest, Device = device, Network = network,
        };
    }

    /// <summary>The network of an address, not the address: /24 or /48.</summary>
    public static string Shortened(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        var keep = bytes.Length == 4 ? 3 : 6;
        Array.Clear(bytes, keep, bytes.Length - keep);
        return new IPAddress(bytes) + (keep == 3 ? "/24" : "/48");
    }
}
