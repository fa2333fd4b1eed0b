namespace Patrin.Platform.Settings;

/// <summary>
/// What the operator decides outside the database: DATA/settings.json, overridden by environment variables
/// (<c>PATRIN_PUBLICURL</c>, <c>PATRIN_SMTP__HOST</c>). A name that is not known stops the start: a typing mistake must not switch off a protection.
/// </summary>
public sealed record ServerSettings
{
    /// <summary>Address under which readers reach the site; decides scheme, host, links in mails and cookies. Overrides what was set at the first run.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Further host names that are answered.</summary>
    public IReadOnlyList<string> HostAliases { get; init; } = [];

    /// <summary>Addresses (or networks, 10.0.0.0/8) of proxies whose forwarded headers are believed. Empty: nobody's, loopback's neither.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public SmtpSettings? Smtp { get; init; }

    public OpenIdSettings? OpenId { get; init; }
}

/// <summary>A mail server.</summary>
public sealed record SmtpSettings
{
    public required string Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>Sender address.</summary>
    public required string From { get; init; }

    /// <summary>Refuse to send without encryption. Off only for a mail server on the same machine.</summary>
    public bool RequireTls { get; init; } = true;
}

/// <summary>A sign-in provider that speaks OpenID Connect: a national or EU login.</summary>
public sealed record OpenIdSettings
{
    /// <summary>What the button says: "Sign in with {Name}".</summary>
    public required string Name { get; init; }

    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    public string? ClientSecret { get; init; }

    /// <summary>Values of the <c>acr</c> claim that count as a second factor.</summary>
    public IReadOnlyList<string> SecondFactorAcr { get; init; } = [];
}
