using Patrin.Modules.People.Recovery;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.SignIn;

/// <summary>
/// How often somebody may try (quality.md R-24): counted by the address typed, whether it has an account or not, and by where
/// the request comes from. Failures stay counted when somebody gets in: the owner signs in every day, and would each day give
/// somebody who guesses their tries back. What the owner mistyped on the way in does no harm, because from then on the device is
/// known and counted apart. Only a new password makes the old guesses worth nothing, so only that forgets them.
/// </summary>
public sealed class SignInLimits(Throttle throttle, KnownDevice devices, AppDbContext db, TimeProvider clock)
{
    public const int PerAccount = 10, PerAccountInAll = 100, PerNetwork = 25, PerNetworkInAll = 100, Codes = 5, CodesInAll = 100, Mails = 5;

    private const string ByAccount = "sign-in:account", ByDevice = "sign-in:device", ByCode = "sign-in:code", InAll = "-in-all", Sprayed = "sign-in:network-day";

    private static readonly TimeSpan Account = TimeSpan.FromMinutes(15), Network = TimeSpan.FromMinutes(5), Ever = TimeSpan.FromDays(3650),
        Code = TimeSpan.FromMinutes(10), Season = TimeSpan.FromDays(90), Day = TimeSpan.FromDays(1), Mail = TimeSpan.FromMinutes(30);

    /// <summary>Counts a try of a password before it is looked at; returns under what it was counted.</summary>
    public async Task<CountedTry> PasswordAsync(string mail, HttpContext http, CancellationToken cancel)
    {
        await NetworkAsync(http, cancel);
        var key = mail.ToUpperInvariant();
        var counted = await CountedAsync(key, http, cancel);
        // Slow spraying: a few addresses every five minutes. An office behind one address has its known devices, links and passkeys.
        if (counted.Bucket == ByAccount)
            await throttle.RequireAsync(Sprayed, counted.Network, PerNetworkInAll, Day, cancel);
        if (await throttle.TryAsync(counted.Bucket, counted.Who, PerAccount, Account, cancel) is { } wait)
        {
            await TellOwnerAsync(mail, key, cancel);
            throw new TooManyTries(wait);
        }

        if (await throttle.TryAsync(counted.Bucket + InAll, counted.Who, PerAccountInAll, Ever, cancel) is null)
            return counted;
        await TellOwnerAsync(mail, key, cancel);
        throw new RuleBroken("Password", "There were too many wrong passwords. Choose a new password with the link below, or have a sign-in link sent to you.");
    }

    /// <summary>The password was right: this one try was no failure. The failures before it stay counted.</summary>
    public async Task RightPasswordAsync(CountedTry counted, CancellationToken cancel)
    {
        await throttle.TakeBackAsync(counted.Bucket, counted.Who, cancel);
        await throttle.TakeBackAsync(counted.Bucket + InAll, counted.Who, cancel);
        if (counted.Bucket == ByAccount)
            await throttle.TakeBackAsync(Sprayed, counted.Network, cancel);
    }

    /// <summary>
    /// A known device has a number of its own, new at each sign-in: a stranger cannot use up the owner's tries, nor the other way round.
    /// A device with a hundred failures is known no more.
    /// </summary>
    private async Task<CountedTry> CountedAsync(string key, HttpContext http, CancellationToken cancel)
    {
        var network = Throttle.Network(http.Connection.RemoteIpAddress);
        return devices.Read(http.Request, key) is { } device && await throttle.WaitAsync(ByDevice + InAll, device, PerAccountInAll, Ever, cancel) is null
            ? new(ByDevice, device, network)
            : new(ByAccount, key, network);
    }

    /// <summary>Counts a try of any way in, by where it comes from.</summary>
    public Task NetworkAsync(HttpContext http, CancellationToken cancel) =>
        throttle.RequireAsync("sign-in:network", Throttle.Network(http.Connection.RemoteIpAddress), PerNetwork, Network, cancel);

    /// <summary>
    /// Counts a try of a code of the authenticator or a recovery code. Whoever tries codes has the password already; five in ten
    /// minutes for months would find one, so there is a limit for a season too, and the owner is told.
    /// </summary>
    public async Task CodeAsync(Account account, CancellationToken cancel)
    {
        if ((await throttle.TryAsync(ByCode, account.Id.ToString(), Codes, Code, cancel)
            ?? await throttle.TryAsync(ByCode + InAll, account.Id.ToString(), CodesInAll, Season, cancel)) is not { } wait)
            return;
        await TellOwnerAsync(account.Email!, account.NormalizedEmail!, cancel);
        throw new TooManyTries(wait);
    }

    /// <summary>The code was right: this one try was no failure.</summary>
    public async Task RightCodeAsync(Account account, CancellationToken cancel)
    {
        await throttle.TakeBackAsync(ByCode, account.Id.ToString(), cancel);
        await throttle.TakeBackAsync(ByCode + InAll, account.Id.ToString(), cancel);
    }

    /// <summary>Counts a mail that was asked for.</summary>
    public async Task MailAsync(string mail, HttpContext http, CancellationToken cancel)
    {
        await throttle.RequireAsync("mail:network", Throttle.Network(http.Connection.RemoteIpAddress), Mails, Mail, cancel);
        await throttle.RequireAsync("mail:address", mail.ToUpperInvariant(), Mails, Mail, cancel);
    }

    /// <summary>There is a new password: what was guessed before is of no use any more.</summary>
    public async Task ForgetAsync(Account account, CancellationToken cancel)
    {
        await throttle.ForgetAsync(ByAccount, account.NormalizedEmail!, cancel);
        await throttle.ForgetAsync(ByAccount + InAll, account.NormalizedEmail!, cancel);
        await throttle.ForgetAsync(ByCode + InAll, account.Id.ToString(), cancel);
    }

    private async Task TellOwnerAsync(string mail, string key, CancellationToken cancel)
    {
        if (await throttle.TryAsync("sign-in:told", key, 1, TimeSpan.FromDays(1), cancel) is not null)
            return;
        db.Add(new AskedMail { What = AskedFor.FailedSignIns, Mail = mail, At = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Under what a try was counted.</summary>
public sealed record CountedTry(string Bucket, string Who, string Network);
