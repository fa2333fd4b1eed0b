using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Platform.History;

/// <summary>A published record as it stood after a change: its public fields, in words.</summary>
public sealed class RecordVersion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Kind of the record, for instance <c>organisation</c>.</summary>
    public required string Kind { get; init; }

    public required Guid RecordId { get; init; }

    /// <summary>1, 2, 3 ... per record.</summary>
    public required int Number { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null for the product itself and after the person was erased.</summary>
    public Guid? ById { get; set; }

    public required string ByName { get; set; }

    /// <summary>Field name to value, as JSON.</summary>
    public required string Fields { get; init; }

    public IReadOnlyDictionary<string, string> Values => JsonSerializer.Deserialize<Dictionary<string, string>>(Fields)!;
}

/// <summary>One field that differs between two versions.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>Keeps and compares versions of published records.</summary>
public sealed class Versions(AppDbContext db, TimeProvider clock)
{
    private const int PerPage = 20;

    /// <summary>Adds a version when something differs from the last one; saved with the change itself.</summary>
    public async Task KeepAsync(string kind, Guid record, IReadOnlyDictionary<string, string> fields, Actor actor, CancellationToken cancel)
    {
        var last = await Of(kind, record).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        if (last is not null && Differences(last.Values, fields).Count == 0)
            return;
        db.Add(new RecordVersion
        {
            Kind = kind, RecordId = record, Number = (last?.Number ?? 0) + 1, At = clock.GetUtcNow().UtcDateTime,
            ById = actor.AccountId, ByName = actor.Name, Fields = JsonSerializer.Serialize(fields),
        });
    }

    public IQueryable<RecordVersion> Of(string kind, Guid record) =>
        db.Set<RecordVersion>().AsNoTracking().Where(v => v.Kind == kind && v.RecordId == record);

    /// <summary>One page of them; a number out of range is brought into it.</summary>
    public async Task<VersionPage> PageAsync(string kind, Guid record, int? page, CancellationToken cancel)
    {
        var all = Of(kind, record);
        var paging = Paging.Of(page, await all.CountAsync(cancel), PerPage);
        // One more than is shown: the oldest of a page is compared with the one before it.
        var found = await all.OrderByDescending(v => v.Number).Skip(paging.Skip).Take(PerPage + 1).ToListAsync(cancel);
        return new([.. found.Take(PerPage).Select((v, i) => (v, Differences(i + 1 < found.Count ? found[i + 1].Values : new Dictionary<string, string>(), v.Values)))], paging);
    }

    public static IReadOnlyList<FieldChange> Differences(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        [.. before.Keys.Union(after.Keys)
            .Select(f => new FieldChange(f, before.GetValueOrDefault(f, ""), after.GetValueOrDefault(f, "")))
            .Where(c => c.Before != c.After)];
}

internal sealed class RecordVersionMapping : IEntityTypeConfiguration<RecordVersion>
{
    public void Configure(EntityTypeBuilder<RecordVersion> builder)
    {
        builder.ToTable("record_versions");
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Kind).HasMaxLength(40);
        builder.Property(v => v.ByName).HasMaxLength(120);
        builder.Property(v => v.Fields).HasMaxLength(40_000);
        builder.Ignore(v => v.Values);
        builder.HasIndex(v => new { v.Kind, v.RecordId, v.Number }).IsUnique();
        builder.HasIndex(v => v.ById);
    }
}
