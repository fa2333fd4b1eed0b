using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

/// <summary>What somebody can agree to beyond what the account needs.</summary>
public enum ConsentPurpose
{
    /// <summary>News about the network by mail.</summary>
    News,
}

/// <summary>Somebody agreed to something: to which text, in which language, when; and when they took it back.</summary>
public sealed class Consent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>Version of the text that was agreed to.</summary>
    public required string TextVersion { get; init; }

    public required string Language { get; init; }

    public required DateTime GivenAt { get; init; }

    public DateTime? WithdrawnAt { get; set; }
}

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.TextVersion).HasMaxLength(20);
        builder.Property(c => c.Language).HasMaxLength(8);
        builder.HasIndex(c => new { c.AccountId, c.Purpose });
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Gives, takes back and asks for consents. Asked of the database each time: taken back counts at once.</summary>
public sealed class Consents(AppDbContext db, Texts texts, AuditTrail audit, TimeProvider clock)
{
    /// <summary>Changes with every change of meaning of the texts people agree to.</summary>
    public const string TextVersion = "2026-11";

    public Task<bool> HoldsAsync(Guid account, ConsentPurpose purpose, CancellationToken cancel) =>
        db.Set<Consent>().AnyAsync(c => c.AccountId == account && c.Purpose == purpose && c.WithdrawnAt == null, cancel);

    public async Task SetAsync(Actor actor, ConsentPurpose purpose, bool given, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw new NotAllowed();
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Set<Consent>().Where(c => c.AccountId == account && c.Purpose == purpose && c.WithdrawnAt == null).ToListAsync(cancel);
        if (given == open.Count > 0)
            return;
        foreach (var consent in open)
            consent.WithdrawnAt = now;
        if (given)
            db.Add(new Consent { AccountId = account, Purpose = purpose, TextVersion = TextVersion, Language = texts.Language, GivenAt = now });
        audit.Note(actor, given ? "consent.give" : "consent.withdraw", "account", account, fields: [purpose.ToString()]);
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Consents, exports and warnings of a person.</summary>
internal sealed class RightsParts(AppDbContext db) : IPersonalData
{
    public string Part => "rights";

    public IReadOnlyList<string> Tables => ["consents", "data_exports", "retention_warnings"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) => new
    {
        Consents = await db.Set<Consent>().AsNoTracking().Where(c => c.AccountId == account).OrderBy(c => c.GivenAt)
            .Select(c => new { c.Purpose, c.TextVersion, c.Language, c.GivenAt, c.WithdrawnAt }).ToListAsync(cancel),
        Exports = await db.Set<DataExport>().AsNoTracking().Where(e => e.AccountId == account).OrderBy(e => e.AskedAt).Select(e => new { e.AskedAt, e.EndsAt }).ToListAsync(cancel),
        Warnings = await db.Set<RetentionWarning>().AsNoTracking().Where(w => w.AccountId == account).OrderBy(w => w.At).Select(w => new { w.Number, w.At }).ToListAsync(cancel),
    };

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        await db.Set<Consent>().Where(c => c.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<DataExport>().Where(e => e.AccountId == account).ExecuteDeleteAsync(cancel);
        await db.Set<RetentionWarning>().Where(w => w.AccountId == account).ExecuteDeleteAsync(cancel);
    }
}
