using Patrin.Modules.People.Recovery;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.SignIn;

/// <summary>
/// How often somebody may try (quality.md R-24): counted by the address typed, whether it has an account or not, and by where
/// the request comes from.
/// </summary>
public sealed class SignInLimits(Throttle throttle, KnownDevice devices, AppDbContext db, TimeProvider clock)
{
    public const int PerAccount = 10, PerAccountInAll = 100, PerNetwork = 25, Codes = 5, Mails = 5;

    private static readonly TimeSpan Account = TimeSpan.FromMinutes(15), Network = TimeSpan.FromMinutes(5), Ever = TimeSpan.FromDays(3650),
        Code = TimeSpan.FromMinutes(10), Mail = TimeSpan.FromMinutes(30);

    /// <summary>Counts a try of a password before it is looked at.</summary>
    public async Task PasswordAsync(string mail, HttpContext http, CancellationToken cancel)
    {
        await NetworkAsync(http, cancel);
        var key = mail.ToUpperInvariant();
        if (devices.Read(http.Request, key) is { } device)
        {
            await throttle.RequireAsync("sign-in:device", device, PerAccount, Account, cancel);
            return;
        }

        var wait = await throttle.TryAsync("sign-in:account", key, PerAccount, Account, cancel)
            ?? await throttle.TryAsync("sign-in:account-in-all", key, PerAccountInAll, Ever, cancel);
        if (wait is null)
            return;
        await TellOwnerAsync(mail, key, cancel);
        throw new TooManyTries(wait > Account ? Account : wait.Value);
    }

    /// <summary>Counts a try of any way in, by where it comes from.</summary>
    public Task NetworkAsync(HttpContext http, CancellationToken cancel) =>
        throttle.RequireAsync("sign-in:network", Throttle.Network(http.Connection.RemoteIpAddress), PerNetwork, Network, cancel);

    /// <summary>Counts a try of a code of the authenticator or a recovery code.</summary>
    public Task CodeAsync(Guid account, CancellationToken cancel) =>
        throttle.RequireAsync("sign-in:code", account.ToString(), Codes, Code, cancel);

    /// <summary>Counts a mail that was asked for.</summary>
    public async Task MailAsync(string mail, HttpContext http, CancellationToken cancel)
    {
        await throttle.RequireAsync("mail:network", Throttle.Network(http.Connection.RemoteIpAddress), Mails, Mail, cancel);
        await throttle.RequireAsync("mail:address", mail.ToUpperInvariant(), Mails, Mail, cancel);
    }

    /// <summary>Somebody is in: failures before count no more.</summary>
    public async Task ForgetAsync(string mail, CancellationToken cancel)
    {
        await throttle.ForgetAsync("sign-in:account", mail.ToUpperInvariant(), cancel);
        await throttle.ForgetAsync("sign-in:account-in-all", mail.ToUpperInvariant(), cancel);
    }

    private async Task TellOwnerAsync(string mail, string key, CancellationToken cancel)
    {
        if (await throttle.TryAsync("sign-in:told", key, 1, TimeSpan.FromDays(1), cancel) is not null)
            return;
        db.Add(new AskedMail { What = AskedFor.FailedSignIns, Mail = mail, At = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
    }
}
