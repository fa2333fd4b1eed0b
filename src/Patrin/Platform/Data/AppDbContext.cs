using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Patrin.Platform.Audit;
using Patrin.Platform.Secrets;

namespace Patrin.Platform.Data;

/// <summary>
/// The one model of the house. Each module maps its tables by <see cref="IEntityTypeConfiguration{TEntity}"/> classes,
/// which are found in the assembly, so that this class names no module.
/// </summary>
public abstract class AppDbContext(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The key ring: in the database, so that several nodes share it.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Instants are UTC DateTime values on both engines: SQLite cannot order DateTimeOffset.
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        // Decimals are text in SQLite and cannot be compared there: figures are stored in thousandths.
        configurationBuilder.Properties<decimal>().HaveConversion<ThousandthsConverter>();
        configurationBuilder.Properties<string>().HaveMaxLength(DefaultMaxLength);
    }

    /// <summary>Texts without a length of their own end here.</summary>
    public const int DefaultMaxLength = 400;

    /// <summary>Saves; audit entries that were noted since the last save join the chain in the same transaction.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var noted = ChangeTracker.Entries<AuditEntry>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        if (noted.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (Database.CurrentTransaction is not null)
            return await ChainAndSaveAsync(noted, acceptAllChangesOnSuccess, cancellationToken);
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await ChainAndSaveAsync(noted, acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>For the framework's key ring, which knows no other. Nothing that is audited may be saved this way.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries<AuditEntry>().Any(e => e.State == EntityState.Added)
            ? throw new NotSupportedException("Use SaveChangesAsync: it keeps the audit chain.")
            : base.SaveChanges(acceptAllChangesOnSuccess);

    private async Task<int> ChainAndSaveAsync(List<AuditEntry> noted, bool acceptAllChanges, CancellationToken cancel)
    {
        // The row is locked until the end of the transaction: one writer at a time at the end of the chain.
        if (Database.IsNpgsql())
            await Database.ExecuteSqlAsync($"SELECT id FROM audit_head WHERE id = 1 FOR UPDATE", cancel);
        var head = await Set<AuditHead>().AsNoTracking().SingleAsync(h => h.Id == 1, cancel);
        foreach (var entry in noted)
        {
            // A save that failed before is tried again with new numbers: the key may only be set on a detached entry.
            Entry(entry).State = EntityState.Detached;
            entry.Number = ++head.Number;
            entry.Hash = head.Hash = AuditChain.Hash(entry, head.Hash);
            Add(entry);
        }

        var (number, hash, seal) = (head.Number, head.Hash, AuditChain.Seal(this.GetService<MasterKey>(), head.Number, head.Hash));
        await Set<AuditHead>().Where(h => h.Id == 1)
            .ExecuteUpdateAsync(s => s.SetProperty(h => h.Number, number).SetProperty(h => h.Hash, hash).SetProperty(h => h.Seal, seal), cancel);
        return await base.SaveChangesAsync(acceptAllChanges, cancel);
    }

    private sealed class ThousandthsConverter() : ValueConverter<decimal, long>(
        value => (long)Math.Round(value * 1000m),
        value => value / 1000m);

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        value => value.Kind == DateTimeKind.Utc ? value : value.ToUniversalTime(),
        value => DateTime.SpecifyKind(value, DateTimeKind.Utc));
}

/// <summary>The model on the embedded engine.</summary>
public sealed class SqliteDbContext(DbContextOptions<SqliteDbContext> options) : AppDbContext(options);

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options) : AppDbContext(options);
