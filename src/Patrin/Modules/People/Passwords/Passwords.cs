using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Passwords;

/// <summary>Hashes and checks passwords, a few at a time: hashing is slow on purpose and must not keep readers waiting.</summary>
public sealed class Passwords(HashGate gate)
{
    private static readonly Account Nobody = new() { DisplayName = "" };

    public Task<string> HashAsync(string password, CancellationToken cancel) =>
        gate.RunAsync(hasher => hasher.HashPassword(Nobody, PasswordRules.Normalize(password)), cancel);

    /// <summary>
    /// Checks a password. Without an account, or with one that has no password, the same work is done on a hash that nothing fits:
    /// the time says nothing about who has an account (quality.md R-23).
    /// </summary>
    public async Task<PasswordVerificationResult> CheckAsync(Account? account, string password, CancellationToken cancel)
    {
        var real = account?.PasswordHash is { Length: > 0 };
        var hash = real ? account!.PasswordHash! : gate.HashOfNobody;
        var result = await gate.RunAsync(hasher => hasher.VerifyHashedPassword(Nobody, hash, PasswordRules.Normalize(password)), cancel);
        return real ? result : PasswordVerificationResult.Failed;
    }

    /// <summary>Keeps a weaker hash no longer than until the next sign-in; the password itself is the same, so nothing else changes.</summary>
    public async Task StrengthenAsync(AppDbContext db, Account account, string password, CancellationToken cancel)
    {
        var (old, hash) = (account.PasswordHash, await HashAsync(password, cancel));
        await db.Accounts.Where(a => a.Id == account.Id && a.PasswordHash == old)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash), cancel);
    }
}

/// <summary>Lets half of the processors hash at once; who comes later waits without holding a thread.</summary>
public sealed class HashGate : IDisposable
{
    private readonly SemaphoreSlim _free = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly PasswordHasher<Account> _hasher;
    private readonly Lazy<string> _nobody;

    public HashGate(IOptions<PasswordHasherOptions> options)
    {
        _hasher = new(options);
        _nobody = new(() => _hasher.HashPassword(new() { DisplayName = "" }, Guid.NewGuid().ToString()));
    }

    /// <summary>A hash of a password that nobody knows, made as costly as all others.</summary>
    public string HashOfNobody => _nobody.Value;

    public async Task<T> RunAsync<T>(Func<PasswordHasher<Account>, T> hash, CancellationToken cancel)
    {
        await _free.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => hash(_hasher), cancel);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
