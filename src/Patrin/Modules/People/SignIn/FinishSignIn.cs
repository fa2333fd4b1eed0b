using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.SignIn;

/// <summary>
/// The one way from a first factor to a session: password, mail link and provider all pass here, so that nothing skips the second
/// factor (quality.md R-27).
/// </summary>
public sealed class FinishSignIn(AppDbContext db, OpenSession open, KnownDevice devices, SiteState site, TimeProvider clock)
{
    public const string CodePath = "/sign-in/code";

    private string StepCookie => site.IsHttps ? "__Host-patrin-step" : "patrin-step";

    /// <summary>Opens the session, or asks for the second factor; returns the path to go on to.</summary>
    /// <param name="account">Tracked by the database context.</param>
    /// <param name="method">What was shown.</param>
    /// <param name="strong">No code is asked for: a passkey, or a provider that says it asked for a second factor itself.</param>
    /// <param name="next">Local path.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<string> RunAsync(Account account, SignInMethod method, bool strong, string next, HttpContext http, CancellationToken cancel)
    {
        if (strong || !account.HasAuthenticator)
            // The rights of a privileged role need a factor of this site: a provider's word is none (quality.md R-27).
            return await OpenAsync(account, method, strong && method != SignInMethod.OpenId, next, http, cancel);
        var token = RandomToken.Make();
        db.Add(new HalfSignIn
        {
            TokenHash = RandomToken.Hash(token), AccountId = account.Id, Method = method, Next = LocalPath.Read(next),
            StampHash = RandomToken.Hash(account.SecurityStamp ?? ""), EndsAt = clock.GetUtcNow().UtcDateTime + HalfSignIn.Lasts,
        });
        await db.SaveChangesAsync(cancel);
        http.Response.Cookies.Append(StepCookie, token, Options());
        return CodePath;
    }

    /// <summary>The half-done sign-in of this browser; null when there is none or it is over.</summary>
    public async Task<HalfSignIn?> FindAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.Cookies[StepCookie] is not { Length: > 0 } token)
            return null;
        var (hash, now) = (RandomToken.Hash(token), clock.GetUtcNow().UtcDateTime);
        var half = await db.Set<HalfSignIn>().Include(h => h.Account).FirstOrDefaultAsync(h => h.TokenHash == hash && h.EndsAt > now, cancel);
        return half is { Account.State: AccountState.Active } && half.StampHash == RandomToken.Hash(half.Account.SecurityStamp ?? "") ? half : null;
    }

    /// <summary>The second factor was shown: uses the half up and opens the session. Null when another request was faster.</summary>
    public async Task<string?> CompleteAsync(HalfSignIn half, HttpContext http, CancellationToken cancel)
    {
        if (await db.Set<HalfSignIn>().Where(h => h.Id == half.Id).ExecuteDeleteAsync(cancel) != 1)
            return null;
        db.Entry(half).State = EntityState.Detached;
        http.Response.Cookies.Delete(StepCookie, Options());
        return await OpenAsync(half.Account, half.Method, secondFactor: true, half.Next, http, cancel);
    }

    private async Task<string> OpenAsync(Account account, SignInMethod method, bool secondFactor, string next, HttpContext http, CancellationToken cancel)
    {
        await open.RunAsync(account, method, secondFactor, http, cancel);
        devices.Remember(http.Response, account.NormalizedEmail ?? "");
        return LocalPath.Read(next);
    }

    /// <summary>Lax: on the way back from a provider a browser holds stricter cookies back, and the second step would never begin.</summary>
    private CookieOptions Options() => new()
    {
        Path = "/", HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = HalfSignIn.Lasts,
    };
}
