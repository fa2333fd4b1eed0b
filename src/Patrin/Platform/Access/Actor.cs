using System.Collections.Frozen;
using System.Globalization;
using System.Security.Claims;

namespace Patrin.Platform.Access;

/// <summary>Who acts: handed to every use case that writes. The use case asks it for the right; pages only hide what would be refused.</summary>
/// <param name="Name">Shown in the history of what was decided.</param>
public sealed record Actor(string Name)
{
    /// <summary>Names of the claims that a session carries beside the framework's own.</summary>
    public const string SessionClaim = "session", OrganisationClaim = "organisation", SecondFactorClaim = "second-factor", ProvedClaim = "proved";

    /// <summary>The account; null for visitors, the command line and the product itself.</summary>
    public Guid? AccountId { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>The product itself or a person with a shell on the server: may do everything.</summary>
    public bool IsSystem { get; init; }

    public IReadOnlySet<NetworkRole> Roles { get; init; } = FrozenSet<NetworkRole>.Empty;

    /// <summary>Organisations the account acts for today.</summary>
    public IReadOnlyDictionary<Guid, OrganisationRole> Organisations { get; init; } = FrozenDictionary<Guid, OrganisationRole>.Empty;

    /// <summary>The session was opened with a passkey, or with a second factor.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>When the person last proved who they are, UTC.</summary>
    public DateTime? ProvedAt { get; init; }

    /// <summary>The command line acts for whoever may run it.</summary>
    public static Actor CommandLine { get; } = new("command line") { IsSystem = true };

    /// <summary>Decisions that came with the demo content.</summary>
    public static Actor Demo { get; } = new("demo content") { IsSystem = true };

    /// <summary>What the product does by its own rules: retention, reminders.</summary>
    public static Actor System { get; } = new("Patrin") { IsSystem = true };

    /// <summary>Somebody without an account.</summary>
    public static Actor Visitor { get; } = new("visitor");

    /// <summary>True when the role is held and, for a privileged role, a second factor was shown.</summary>
    public bool Is(NetworkRole role) => IsSystem || (Roles.Contains(role) && (SecondFactor || !role.IsPrivileged()));

    /// <summary>True when the account acts for the organisation with at least this role.</summary>
    public bool ActsFor(Guid organisation, OrganisationRole role) =>
        IsSystem || (Organisations.TryGetValue(organisation, out var held) && held >= role);

    /// <exception cref="NotAllowed">The role is not held.</exception>
    public void Require(params ReadOnlySpan<NetworkRole> anyOf)
    {
        foreach (var role in anyOf)
        {
            if (Is(role))
                return;
        }

        throw new NotAllowed();
    }

    /// <exception cref="NotAllowed">The account does not act for the organisation with at least this role.</exception>
    public void Require(Guid organisation, OrganisationRole role)
    {
        if (!ActsFor(organisation, role))
            throw new NotAllowed();
    }

    public static Actor Of(ClaimsPrincipal user)
    {
        if (user.Identity is not { IsAuthenticated: true } || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var account))
            return Visitor;
        return new(user.Identity.Name ?? "")
        {
            AccountId = account,
            SessionId = Guid.TryParse(user.FindFirstValue(SessionClaim), out var session) ? session : null,
            Roles = user.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<NetworkRole>(c.Value)).ToFrozenSet(),
            Organisations = user.FindAll(OrganisationClaim).Select(c => c.Value.Split(':'))
                .ToFrozenDictionary(p => Guid.Parse(p[0]), p => Enum.Parse<OrganisationRole>(p[1])),
            SecondFactor = user.HasClaim(c => c.Type == SecondFactorClaim),
            ProvedAt = long.TryParse(user.FindFirstValue(ProvedClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? new DateTime(ticks, DateTimeKind.Utc) : null,
        };
    }
}

/// <summary>The actor may not do what was asked. Answered with 403, or with 404 where even the existence is nobody's business.</summary>
public sealed class NotAllowed() : Exception("The actor may not do this.");
