using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.OpenId;

/// <summary>Speaks OpenID Connect with the provider of the settings: code flow with PKCE, addresses from the site's own settings.</summary>
public static class OpenIdSetup
{
    public const string SchemeName = "OpenId", ExternalScheme = "External";

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    public static void Add(AuthenticationBuilder builder, OpenIdSettings settings)
    {
        // What the provider said, for the few seconds until it is used.
        builder.AddCookie(ExternalScheme, o =>
        {
            o.Cookie.Name = "patrin-openid";
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.ExpireTimeSpan = Lasts;
            o.SlidingExpiration = false;
        });
        builder.AddOpenIdConnect(SchemeName, o =>
        {
            (o.Authority, o.ClientId, o.ClientSecret) = (settings.Authority, settings.ClientId, settings.ClientSecret);
            o.RequireHttpsMetadata = !new Uri(settings.Authority).IsLoopback;
            (o.ResponseType, o.ResponseMode, o.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
            (o.CallbackPath, o.SignInScheme, o.RemoteAuthenticationTimeout) = ("/sign-in/openid/back", ExternalScheme, TimeSpan.FromMinutes(10));
            (o.MapInboundClaims, o.SaveTokens, o.GetClaimsFromUserInfoEndpoint) = (false, false, true);
            o.Scope.Add("email");
            o.ClaimActions.MapUniqueJsonKey("email", "email");
            o.ClaimActions.MapUniqueJsonKey("email_verified", "email_verified");
            o.CorrelationCookie.SameSite = o.NonceCookie.SameSite = SameSiteMode.Lax;
            o.CorrelationCookie.SecurePolicy = o.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Events = new() { OnRedirectToIdentityProvider = OwnAddressAsync, OnRemoteFailure = FailedAsync };
        });
    }

    /// <summary>The address to come back to is never taken from the request, and has no language in it: providers know it word by word.</summary>
    private static async Task OwnAddressAsync(RedirectContext context)
    {
        var site = context.HttpContext.RequestServices.GetRequiredService<SiteState>();
        context.ProtocolMessage.RedirectUri = (await site.AddressAsync(context.HttpContext.RequestAborted)).GetLeftPart(UriPartial.Authority) + context.Options.CallbackPath;
    }

    private static Task FailedAsync(RemoteFailureContext context)
    {
        context.Response.Redirect("/sign-in?said=over");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
