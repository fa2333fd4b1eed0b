using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Sessions;

/// <summary>A session that may do more from now on gets a new secret; the old one opens nothing any more (quality.md R-26).</summary>
public sealed class RenewSession(AppDbContext db, SessionCookie cookie, TimeProvider clock)
{
    /// <param name="actor">Whose session.</param>
    /// <param name="secondFactor">True when a second factor was shown just now.</param>
    /// <param name="http">The request; its answer carries the new cookie.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RunAsync(Actor actor, bool secondFactor, HttpContext http, CancellationToken cancel)
    {
        var (token, now) = (RandomToken.Make(), clock.GetUtcNow().UtcDateTime);
        var hash = RandomToken.Hash(token);
        if (await db.Sessions.Where(s => s.Id == actor.SessionId && s.AccountId == actor.AccountId).ExecuteUpdateAsync(
            s => s.SetProperty(x => x.TokenHash, hash).SetProperty(x => x.ProvedAt, now).SetProperty(x => x.SecondFactor, x => x.SecondFactor || secondFactor), cancel) == 1)
            cookie.Write(http.Response, token);
    }
}
