using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.People.Privacy;

/// <summary>A person asked for their data: for a day the link works, for that person, signed in. The data are put together when it is used, never stored twice.</summary>
public sealed class DataExport
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required DateTime AskedAt { get; init; }

    public required DateTime EndsAt { get; init; }
}

internal sealed class DataExportMapping : IEntityTypeConfiguration<DataExport>
{
    public void Configure(EntityTypeBuilder<DataExport> builder)
    {
        builder.ToTable("data_exports");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.AccountId, e.EndsAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Gives a person everything that is kept about them, and nothing about anybody else.</summary>
public sealed class ExportOwnData(AppDbContext db, IEnumerable<IPersonalData> parts, Throttle throttle, AuditTrail audit, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Makes a link that works for a day.</summary>
    public async Task<Guid> AskAsync(Actor actor, CancellationToken cancel)
    {
        var account = actor.AccountId ?? throw new NotAllowed();
        actor.RequireFresh(clock);
        await throttle.RequireAsync("export", account.ToString(), 10, TimeSpan.FromHours(1), cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var export = new DataExport { AccountId = account, AskedAt = now, EndsAt = now + DataExport.Lasts };
        db.Add(export);
        audit.Note(actor, "account.export", "account", account);
        await db.SaveChangesAsync(cancel);
        return export.Id;
    }

    /// <summary>The file; null for a link that is somebody else's or too old.</summary>
    public async Task<byte[]?> FileAsync(Guid id, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (actor.AccountId is not { } account || !await db.Set<DataExport>().AnyAsync(e => e.Id == id && e.AccountId == account && e.EndsAt > now, cancel))
            return null;
        var content = new Dictionary<string, object>();
        foreach (var part in parts)
            content[part.Part] = await part.ExportAsync(account, cancel);
        using var memory = new MemoryStream();
        await using (var zip = await ZipArchive.CreateAsync(memory, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel))
        {
            await using var entry = await zip.CreateEntry("patrin-my-data.json").OpenAsync(cancel);
            await JsonSerializer.SerializeAsync(entry, new { format = "patrin-personal-data", version = 1, madeAt = now, parts = content }, Readable, cancel);
        }

        return memory.ToArray();
    }
}
