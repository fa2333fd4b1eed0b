using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Platform.Settings;

/// <summary>The one row of what was decided at the first run.</summary>
public sealed class SiteRow
{
    public int Id { get; init; } = 1;

    /// <summary>When the first administrator was made; null before.</summary>
    public DateTime? ClaimedAt { get; set; }

    /// <summary>Address under which readers reach the site.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Hash of the one-time token of the first run.</summary>
    public string SetupTokenHash { get; set; } = "";

    public DateTime? SetupTokenEndsAt { get; set; }
}

/// <summary>What every request asks of the installation: claimed or not, and its own address. Read from the database, kept for a second.</summary>
public sealed class SiteState(IServiceProvider services, PatrinOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(1);

    private Known? _known;

    private sealed record Known(bool Claimed, Uri Address, DateTimeOffset At);

    /// <summary>False until the first administrator was made. The demo network needs none.</summary>
    public async ValueTask<bool> IsClaimedAsync(CancellationToken cancel) => options.Demo || (await KnownAsync(cancel)).Claimed;

    /// <summary>Address under which readers reach the site: links in mails, cookies and redirects come from it, never from the request.</summary>
    public async ValueTask<Uri> AddressAsync(CancellationToken cancel) => (await KnownAsync(cancel)).Address;

    /// <summary>The address as last read; cookies need it where nothing can wait.</summary>
    public Uri Address => _known?.Address ?? Fallback;

    /// <summary>Cookies carry <c>Secure</c> and the <c>__Host-</c> prefix when readers come by https.</summary>
    public bool IsHttps => Address.Scheme == Uri.UriSchemeHttps;

    /// <summary>The first address served on; used while nothing was decided.</summary>
    public Uri Fallback { get; set; } = new("http://localhost:8080");

    public void Forget() => _known = null;

    private async ValueTask<Known> KnownAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var known = _known;
        if (known is not null && (now - known.At).Duration() < Kept)
            return known;
        try
        {
            return await ReadAsync(now, cancel);
        }
        catch (Exception e) when (known is not null && DatabaseFaults.IsPassing(e))
        {
            // A database that is busy for a moment does not change the address.
            return known;
        }
    }

    private async Task<Known> ReadAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<SiteRow>().AsNoTracking().SingleAsync(cancel);
        var address = options.Settings.PublicUrl is { Length: > 0 } set ? set : row.PublicUrl;
        return _known = new(row.ClaimedAt is not null, address.Length > 0 && !options.Demo ? new Uri(address) : Fallback, now);
    }
}

internal sealed class SiteRowMapping : IEntityTypeConfiguration<SiteRow>
{
    public void Configure(EntityTypeBuilder<SiteRow> builder)
    {
        builder.ToTable("site");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.PublicUrl).HasMaxLength(300);
        builder.Property(s => s.SetupTokenHash).HasMaxLength(64);
        builder.HasData(new SiteRow());
    }
}
