using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Secrets;

namespace Patrin.Platform.Settings;

/// <summary>
/// The one-time token of the first run: printed once, kept as a hash, good for a day. A restart before it was used makes
/// a new one; the old one is void.
/// </summary>
public sealed class SetupToken(AppDbContext db, PatrinOptions options, TimeProvider clock)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    private const int Bytes = 20; // 160 bits

    private string File => Path.Combine(options.DataDirectory, "setup-token");

    /// <summary>A new token while nobody has claimed this Patrin; null afterwards.</summary>
    public async Task<string?> NewAsync(CancellationToken cancel)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        var (hash, ends) = (RandomToken.Hash(token), clock.GetUtcNow().UtcDateTime + GoodFor);
        var open = await db.Set<SiteRow>().Where(s => s.ClaimedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.SetupTokenHash, hash).SetProperty(r => r.SetupTokenEndsAt, ends), cancel);
        if (open == 0)
            return null;
        Write(token);
        return token;
    }

    /// <summary>True when the token is the one printed last and still good.</summary>
    public async Task<bool> IsGoodAsync(string? token, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(token))
            return false;
        var (hash, now) = (RandomToken.Hash(token), clock.GetUtcNow().UtcDateTime);
        return await db.Set<SiteRow>().AnyAsync(s => s.ClaimedAt == null && s.SetupTokenHash == hash && s.SetupTokenEndsAt > now, cancel);
    }

    /// <summary>Uses the token up: of two at once one wins. Joins the caller's transaction; the file goes with <see cref="Forget"/>.</summary>
    public async Task<bool> UseAsync(string token, string publicUrl, CancellationToken cancel)
    {
        var (hash, now) = (RandomToken.Hash(token), clock.GetUtcNow().UtcDateTime);
        return await db.Set<SiteRow>().Where(s => s.ClaimedAt == null && s.SetupTokenHash == hash && s.SetupTokenEndsAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.ClaimedAt, now).SetProperty(r => r.PublicUrl, publicUrl)
                .SetProperty(r => r.SetupTokenHash, "").SetProperty(r => r.SetupTokenEndsAt, (DateTime?)null), cancel) == 1;
    }

    public void Forget() => System.IO.File.Delete(File);

    private void Write(string token)
    {
        System.IO.File.Delete(File);
        using var file = new StreamWriter(File, OwnersFile.Options(FileMode.CreateNew));
        file.WriteLine(token);
    }
}
