using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.Sessions;

/// <summary>
/// Finds the session of a request and what its account may do today. Asked of the database on every request that carries
/// the cookie: a role that was taken away or a session that was ended counts at once, on every node (quality.md ).
/// </summary>
public sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder,
    AppDbContext db, SessionCookie cookie, SiteState site, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    /// <summary>"Last seen" is written at most this often.</summary>
    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // A style sheet is the same for everybody: no question to the database for each file of a page.
        if (Context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return AuthenticateResult.NoResult();
        // The name of the cookie depends on the site's address: it must be known before it is read.
        await site.AddressAsync(Context.RequestAborted);
        if (cookie.Read(Request) is not { Length: > 0 } token)
            return AuthenticateResult.NoResult();
        var now = clock.GetUtcNow().UtcDateTime;
        var hash = RandomToken.Hash(token);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Account).FirstOrDefaultAsync(s => s.TokenHash == hash, Context.RequestAborted);
        if (session is not { Account.State: AccountState.Active })
            return AuthenticateResult.NoResult();
        var roles = await db.RoleGrants.AsNoTracking().At(now).Where(g => g.AccountId == session.AccountId).Select(g => g.Role).Distinct().ToListAsync(Context.RequestAborted);
        var idle = roles.Exists(r => r.IsPrivileged()) ? Session.IdlePrivileged : Session.Idle;
        if (now >= session.EndsAt || now - session.SeenAt > idle)
            return AuthenticateResult.NoResult();
        if (now - session.SeenAt > SeenStep)
            await SeenAsync(session.Id, now);
        var organisations = await db.Memberships.AsNoTracking().At(now)
            .Where(m => m.AccountId == session.AccountId && (m.Organisation.State == OrganisationState.Active || m.Organisation.State == OrganisationState.Waiting))
            .Select(m => new { m.OrganisationId, m.Role }).ToListAsync(Context.RequestAborted);
        var identity = new ClaimsIdentity(SchemeName, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, session.AccountId.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, session.Account.DisplayName));
        identity.AddClaim(new(Actor.SessionClaim, session.Id.ToString()));
        identity.AddClaim(new(Actor.ProvedClaim, session.ProvedAt.Ticks.ToString(CultureInfo.InvariantCulture)));
        if (session.SecondFactor)
            identity.AddClaim(new(Actor.SecondFactorClaim, "true"));
        identity.AddClaims(roles.Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        identity.AddClaims(organisations.GroupBy(o => o.OrganisationId).Select(o => new Claim(Actor.OrganisationClaim, $"{o.Key}:{o.Max(m => m.Role)}")));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    /// <summary>A database that cannot write now must not stop anybody from reading.</summary>
    private async Task SeenAsync(Guid session, DateTime now)
    {
        try
        {
            await db.Sessions.Where(s => s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), Context.RequestAborted);
        }
        catch (Exception e) when (DatabaseFaults.IsPassing(e))
        {
            // Written by a later request.
        }
    }

    /// <summary>A stranger who wants a page is led to the sign-in and back; a program gets 401.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!HttpMethods.IsGet(Request.Method) || Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            Response.Redirect($"{Request.PathBase}/sign-in?next={Uri.EscapeDataString(Request.Path + Request.QueryString)}");
        return Task.CompletedTask;
    }
}
