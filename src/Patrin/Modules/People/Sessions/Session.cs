namespace Patrin.Modules.People.Sessions;

/// <summary>How somebody showed who they are.</summary>
public enum SignInMethod
{
    Passkey,
    Password,
    MailLink,
    OpenId,

    /// <summary>A look through the eyes of an example person; demo network only.</summary>
    Demo,
}

/// <summary>
/// A sign-in on one device, kept on the server: the browser holds a random value of 256 bits, the database its hash.
/// Ended on every node at once, because every request asks for it.
/// </summary>
public sealed class Session
{
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12), Idle = TimeSpan.FromMinutes(60), IdlePrivileged = TimeSpan.FromMinutes(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string TokenHash { get; set; }

    public required Guid AccountId { get; init; }

    public required SignInMethod Method { get; init; }

    /// <summary>A passkey, or a second factor beside the first.</summary>
    public bool SecondFactor { get; set; }

    public required DateTime StartedAt { get; init; }

    public required DateTime SeenAt { get; set; }

    /// <summary>When the person last proved who they are; sensitive steps ask for a proof of the last ten minutes.</summary>
    public required DateTime ProvedAt { get; set; }

    public required DateTime EndsAt { get; init; }

    /// <summary>Browser and system in two words ("Firefox, Android"), for the person's own list.</summary>
    public string Device { get; init; } = "";

    /// <summary>Shortened address (/24, /48); removed after 30 days.</summary>
    public string Network { get; init; } = "";

    public Account Account { get; init; } = null!;
}
