using Microsoft.AspNetCore.Identity;
using Patrin.Platform.Text;

namespace Patrin.Modules.People;

public enum AccountState
{
    /// <summary>May sign in.</summary>
    Active,

    /// <summary>Stopped by an administrator.</summary>
    Disabled,

    /// <summary>Erased: only the number is left, so that what was published keeps a "former participant".</summary>
    Erased,
}

/// <summary>
/// Somebody who takes part. Nothing about ethnicity, religion, health or home: there is no field for it, and none may be added.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameMax = 80, ReasonMax = 600;

    /// <summary>What is shown instead of the name of somebody who was erased.</summary>
    public const string FormerParticipant = Platform.Privacy.FormerParticipant.Name;

    /// <summary>The name others see; the person chooses it.</summary>
    public required string DisplayName
    {
        get;
        set
        {
            field = value;
            NameKey = Folding.Fold(value);
        }
    }

    /// <summary>The name folded, for administrators who look for somebody.</summary>
    public string NameKey { get; private set; } = "";

    public AccountState State { get; set; }

    /// <summary>Why an administrator stopped it; the person reads it too. Empty otherwise.</summary>
    public string StateReason { get; set; } = "";

    /// <summary>Interface language of mails, BCP 47.</summary>
    public string Language { get; set; } = "en";

    public DateTime CreatedAt { get; init; }

    /// <summary>Last sign-in; for the retention rule of 24 months.</summary>
    public DateTime? SignedInAt { get; set; }

    /// <summary>Key of the authenticator app, sealed with the master key; empty without one.</summary>
    public string AuthenticatorKey { get; set; } = "";

    /// <summary>The last 30-second step whose code was used: a code works once.</summary>
    public long AuthenticatorStep { get; set; }

    public bool HasAuthenticator => AuthenticatorKey.Length > 0;

    /// <summary>After a change of password, address or factors: every open link and half-done sign-in is void.</summary>
    public void RenewStamp()
    {
        SecurityStamp = Guid.NewGuid().ToString("N");
        ConcurrencyStamp = Guid.NewGuid().ToString("N");
    }
}
