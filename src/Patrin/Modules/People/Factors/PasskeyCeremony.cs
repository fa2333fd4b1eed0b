using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Secrets;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.Factors;

/// <summary>
/// Makes challenges and checks what a passkey answers. Names and addresses come from the site's own settings, never from the request;
/// a challenge is used up by the first answer, right or wrong (quality.md R-27).
/// </summary>
public sealed class PasskeyCeremony(AppDbContext db, UserManager<Account> users, SiteState site, ChangeFactors factors, TimeProvider clock)
{
    private string CookieName => site.IsHttps ? "__Host-patrin-challenge" : "patrin-challenge";

    /// <summary>Options for a new passkey; null when the account has as many as it may, or the person must show the factor there is first.</summary>
    public async Task<string?> RegisterOptionsAsync(Actor actor, HttpContext http, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        var account = await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, cancel);
        if ((await users.GetPasskeysAsync(account)).Count >= Passkeys.Most || !await factors.MayChangeAsync(account, actor, cancel))
            return null;
        var made = await (await HandlerAsync(cancel)).MakeCreationOptionsAsync(
            new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.DisplayName }, http);
        await KeepAsync(ChallengeUse.Register, account.Id, made.AttestationState, http, cancel);
        return made.CreationOptionsJson;
    }

    public async Task<bool> RegisterAsync(string answer, Actor actor, HttpContext http, CancellationToken cancel)
    {
        actor.RequireFresh(clock);
        if (await TakeAsync(ChallengeUse.Register, actor.AccountId, http, cancel) is not { } state)
            return false;
        var result = await (await HandlerAsync(cancel)).PerformAttestationAsync(new() { HttpContext = http, CredentialJson = answer, AttestationState = state });
        if (!result.Succeeded || result.UserEntity.Id != actor.AccountId.ToString())
            return false;
        result.Passkey.Name = DeviceNames.Of(http.Request.Headers.UserAgent) is { Length: > 0 } device ? device : "Passkey";
        await factors.ChangeAsync(actor, "passkey.add", Text.Key("A passkey was added to your account."), async account =>
        {
            var known = await db.Set<IdentityUserPasskey<Guid>>().CountAsync(p => p.UserId == account.Id, cancel);
            // Thrown, so that nothing is noted and told that did not happen.
            if (known >= Passkeys.Most || !(await users.AddOrUpdatePasskeyAsync(account, result.Passkey)).Succeeded)
                throw new RuleBroken("", "The passkey was not added. Try again.");
        }, cancel);
        return true;
    }

    /// <summary>Options for a sign-in: the same for everybody, because the passkey itself knows whose it is.</summary>
    public async Task<string> AssertOptionsAsync(ChallengeUse use, Guid? account, HttpContext http, CancellationToken cancel)
    {
        var known = account is null ? null : await db.Accounts.SingleAsync(a => a.Id == account, cancel);
        var made = await (await HandlerAsync(cancel)).MakeRequestOptionsAsync(known!, http);
        await KeepAsync(use, account, made.AssertionState, http, cancel);
        return made.RequestOptionsJson;
    }

    /// <summary>The account whose passkey answered rightly, tracked; null otherwise.</summary>
    public async Task<Account?> AssertAsync(ChallengeUse use, Guid? account, string answer, HttpContext http, CancellationToken cancel)
    {
        if (await TakeAsync(use, account, http, cancel) is not { } state)
            return null;
        var result = await (await HandlerAsync(cancel)).PerformAssertionAsync(new() { HttpContext = http, CredentialJson = answer, AssertionState = state });
        if (!result.Succeeded || result.User.State != AccountState.Active || (account is not null && result.User.Id != account))
            return null;
        // Keeps the counter: a copy of the key shows by falling behind it. Of two answers at once only one can keep it.
        return (await users.AddOrUpdatePasskeyAsync(result.User, result.Passkey)).Succeeded ? result.User : null;
    }

    private async Task<PasskeyHandler<Account>> HandlerAsync(CancellationToken cancel)
    {
        var address = await site.AddressAsync(cancel);
        var origin = address.GetLeftPart(UriPartial.Authority);
        return new(users, Options.Create(new IdentityPasskeyOptions
        {
            ServerDomain = address.Host, AuthenticatorTimeout = PasskeyChallenge.Lasts, ChallengeSize = 32,
            UserVerificationRequirement = "required", ResidentKeyRequirement = "required", AttestationConveyancePreference = "none",
            ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == origin),
        }));
    }

    private async Task KeepAsync(ChallengeUse use, Guid? account, string? state, HttpContext http, CancellationToken cancel)
    {
        var (token, now) = (RandomToken.Make(), clock.GetUtcNow().UtcDateTime);
        await db.Set<PasskeyChallenge>().Where(c => c.EndsAt < now).ExecuteDeleteAsync(cancel);
        db.Add(new PasskeyChallenge
        {
            TokenHash = RandomToken.Hash(token), Use = use, AccountId = account, State = state ?? "", EndsAt = now + PasskeyChallenge.Lasts,
        });
        await db.SaveChangesAsync(cancel);
        http.Response.Cookies.Append(CookieName, token, Cookie());
    }

    private async Task<string?> TakeAsync(ChallengeUse use, Guid? account, HttpContext http, CancellationToken cancel)
    {
        await site.AddressAsync(cancel);
        if (http.Request.Cookies[CookieName] is not { Length: > 0 } token)
            return null;
        http.Response.Cookies.Delete(CookieName, Cookie());
        var (hash, now) = (RandomToken.Hash(token), clock.GetUtcNow().UtcDateTime);
        var found = await db.Set<PasskeyChallenge>().AsNoTracking().FirstOrDefaultAsync(c => c.TokenHash == hash && c.Use == use && c.AccountId == account && c.EndsAt > now, cancel);
        return found is not null && await db.Set<PasskeyChallenge>().Where(c => c.Id == found.Id).ExecuteDeleteAsync(cancel) == 1 ? found.State : null;
    }

    private CookieOptions Cookie() => new()
    {
        Path = "/", HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = PasskeyChallenge.Lasts,
    };
}
