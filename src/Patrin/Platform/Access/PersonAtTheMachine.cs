using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Patrin.Platform.Access;

/// <summary>
/// Until accounts exist, whoever sits at the machine may edit: a request from the loopback address is that person,
/// every other request is anonymous. The server binds to loopback only, so this opens nothing to a network.
/// </summary>
public sealed class PersonAtTheMachine(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "AtTheMachine";

    /// <summary>The name written beside decisions made at the machine.</summary>
    public const string Name = "curator at this machine";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var address = Context.Connection.RemoteIpAddress;
        // The in-process test host has no connection and so no address.
        if (address is not null && !IPAddress.IsLoopback(address))
            return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, Name)], SchemeName);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName)));
    }
}

/// <summary>Who acts: handed to every use case that writes.</summary>
/// <param name="Name">Shown in the history of what was decided.</param>
public sealed record Actor(string Name)
{
    /// <summary>The command line acts for whoever may run it.</summary>
    public static Actor CommandLine { get; } = new("command line");

    /// <summary>Decisions that came with the demo content.</summary>
    public static Actor Demo { get; } = new("demo content");

    public static Actor Of(ClaimsPrincipal user) => new(user.Identity?.Name ?? "anonymous");
}
