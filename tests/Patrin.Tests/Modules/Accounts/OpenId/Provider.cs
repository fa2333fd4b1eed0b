using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Patrin.Tests.Modules.Accounts.OpenId;

/// <summary>A real OpenID Connect provider on a port of its own; whoever comes is the person that the test named.</summary>
public sealed class Provider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"patrin-openid-{Guid.NewGuid():N}.db");

    public Provider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDbContext<ProviderDb>(o => o.UseSqlite("Data Source=" + _file).UseOpenIddict());
        builder.Services.AddOpenIddict().AddCore(o => o.UseEntityFrameworkCore().UseDbContext<ProviderDb>()).AddServer(o =>
        {
            o.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token");
            o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            o.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            o.UseAspNetCore().EnableAuthorizationEndpointPassthrough().DisableTransportSecurityRequirement();
        });
        _app = builder.Build();
        _app.Use(async (http, next) =>
        {
            if (Trouble is not { } trouble || !http.Request.Path.StartsWithSegments(trouble.Path, StringComparison.Ordinal))
                await next(http);
            else
                await trouble.Answer(http);
        });
        // After the trouble: the provider answers most addresses from here.
        _app.UseAuthentication();
        _app.MapGet("/connect/authorize", Authorize);
    }

    public string Subject { get; set; } = "somebody";

    public string Mail { get; set; } = "";

    public bool Verified { get; set; }

    public string Acr { get; set; } = "low";

    /// <summary>What an address answers instead of what it should.</summary>
    public (string Path, Func<HttpContext, Task> Answer)? Trouble { get; set; }

    public string Address => _app.Urls.First();

    public async Task StartAsync()
    {
        await _app.StartAsync();
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ProviderDb>().Database.EnsureCreatedAsync();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(new OpenIddictApplicationDescriptor
        {
            ClientId = "patrin", ClientSecret = "not a secret: a test", ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri("http://localhost/sign-in/openid/back") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
                Permissions.ResponseTypes.Code,
            },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        File.Delete(_file);
    }

    private IResult Authorize(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var identity = new ClaimsIdentity("test", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, Subject).SetClaim(Claims.Email, Mail).SetClaim(Claims.EmailVerified, Verified)
            .SetClaim(Claims.AuthenticationContextReference, Acr);
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private sealed class ProviderDb(DbContextOptions<ProviderDb> options) : DbContext(options);
}
