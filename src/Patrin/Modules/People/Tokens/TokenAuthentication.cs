using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Tokens;

/// <summary>
/// A key in the Authorization header, on addresses under /api only. It acts for one person in one organisation, as far as that
/// person may today; network roles never come with it. A key that only reads is refused for everything else.
/// </summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AppDbContext db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Token";
    private const string Bearer = "Bearer ";

    /// <summary>"Last used" is written at most this often.</summary>
    private static readonly TimeSpan UsedStep = TimeSpan.FromMinutes(1);

    /// <summary>True for requests that this scheme answers instead of the session.</summary>
    public static bool Concerns(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && request.Headers.Authorization.Count > 0;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer + ApiToken.Sign, StringComparison.Ordinal))
            return AuthenticateResult.NoResult();
        var (hash, now) = (RandomToken.Hash(header[Bearer.Length..]), clock.GetUtcNow().UtcDateTime);
        var token = await db.Set<ApiToken>().AsNoTracking().Include(t => t.Account).FirstOrDefaultAsync(
            t => t.TokenHash == hash && t.RevokedAt == null && t.EndsAt > now, Context.RequestAborted);
        if (token is not { Account.State: AccountState.Active })
            return AuthenticateResult.Fail("This key is not known, over or revoked.");
        if (!token.MayWrite && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method))
            return AuthenticateResult.Fail("This key only reads.");
        var roles = await db.Memberships.AsNoTracking().At(now)
            .Where(m => m.AccountId == token.AccountId && m.OrganisationId == token.OrganisationId && m.Organisation.State == OrganisationState.Active)
            .Select(m => m.Role).ToListAsync(Context.RequestAborted);
        if (token.LastUsedAt is null || now - token.LastUsedAt > UsedStep)
            await db.Set<ApiToken>().Where(t => t.Id == token.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedAt, now), Context.RequestAborted);
        var identity = new ClaimsIdentity(SchemeName, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, token.AccountId.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, token.Account.DisplayName));
        if (roles.Count > 0)
            identity.AddClaim(new(Actor.OrganisationClaim, $"{token.OrganisationId}:{roles.Max()}"));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
