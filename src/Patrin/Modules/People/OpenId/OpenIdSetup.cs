using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.OpenId;

/// <summary>
/// Speaks OpenID Connect with the provider of the settings: code flow with PKCE, addresses from the site's own settings. Asks for
/// nothing but who it is: no mail address and no profile, because neither opens or connects anything.
/// </summary>
public static class OpenIdSetup
{
    public const string SchemeName = "OpenId", ExternalScheme = "External", CallbackPath = "/sign-in/openid/back";

    /// <summary>How long a page waits for the provider (quality.md R-22).</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The standard's own limit of a subject.</summary>
    private const int SubjectMax = 255;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public static void Add(AuthenticationBuilder builder, OpenIdSettings settings)
    {
        // What the provider said, for the few seconds until it is used.
        builder.AddCookie(ExternalScheme, o =>
        {
            o.Cookie.Name = "patrin-openid";
            OnEveryPath(o.Cookie);
            o.ExpireTimeSpan = Lasts;
            o.SlidingExpiration = false;
        });
        builder.AddOpenIdConnect(SchemeName, o =>
        {
            (o.Authority, o.ClientId, o.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
            o.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
            (o.ResponseType, o.ResponseMode, o.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            (o.CallbackPath, o.SignInScheme, o.RemoteAuthenticationTimeout) = (CallbackPath, ExternalScheme, TimeSpan.FromMinutes(10));
            (o.MapInboundClaims, o.SaveTokens, o.GetClaimsFromUserInfoEndpoint) = (false, false, false);
            // Fewer calls that could hang: nothing we send is secret or long.
            (o.BackchannelTimeout, o.PushedAuthorizationBehavior) = (Patience, PushedAuthorizationBehavior.Disable);
            o.Scope.Clear();
            o.Scope.Add("openid");
            // The framework throws these two away; they say whose login it is and how it was opened.
            o.ClaimActions.Remove("iss");
            o.ClaimActions.Remove("acr");
            OnEveryPath(o.CorrelationCookie);
            OnEveryPath(o.NonceCookie);
            o.Events = new()
            {
                OnRedirectToIdentityProvider = OwnAddressAsync, OnTokenValidated = CheckAsync,
                OnAccessDenied = c => BackAsync(c, "stopped", c.Properties), OnRemoteFailure = FailedAsync,
            };
        });
    }

    /// <summary>The language is the path base of a page, and the address to come back to has none: a cookie bound to it would not come along.</summary>
    private static void OnEveryPath(CookieBuilder cookie) =>
        (cookie.Path, cookie.SameSite, cookie.SecurePolicy) = ("/", SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);

    /// <summary>The address to come back to is never taken from the request, and has no language in it: providers know it word by word.</summary>
    private static async Task OwnAddressAsync(RedirectContext context)
    {
        var site = context.HttpContext.RequestServices.GetRequiredService<SiteState>();
        context.ProtocolMessage.RedirectUri = (await site.AddressAsync(context.HttpContext.RequestAborted)).GetLeftPart(UriPartial.Authority) + CallbackPath;
    }

    private static Task CheckAsync(TokenValidatedContext context)
    {
        if (context.Principal?.FindFirst("sub")?.Value is not { Length: > 0 and <= SubjectMax } || context.Principal.FindFirst("iss") is null)
            context.Fail(new OpenIdConnectProtocolException("The provider does not say who it is."));
        return Task.CompletedTask;
    }

    /// <summary>Either the way back was too late or used before, or the provider does not do what it should.</summary>
    private static Task FailedAsync(RemoteFailureContext context)
    {
        if (context.Failure is null or AuthenticationFailureException)
            return BackAsync(context, "over", context.Properties);
        context.HttpContext.RequestServices.GetRequiredService<ILogger<UseLogin>>().ProviderFailed(context.Failure);
        return BackAsync(context, "provider", context.Properties);
    }

    private static Task BackAsync<T>(HandleRequestContext<T> context, string said, AuthenticationProperties? properties)
        where T : AuthenticationSchemeOptions
    {
        var done = properties?.RedirectUri ?? "";
        // The language in which the way to the provider began.
        var language = done[..Math.Max(0, done.IndexOf("/sign-in/", StringComparison.Ordinal))];
        context.Response.Redirect(language + "/sign-in?said=" + said);
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
