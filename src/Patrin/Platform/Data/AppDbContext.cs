using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Patrin.Platform.Data;

/// <summary>
/// The one model of the house. Each module maps its tables by <see cref="IEntityTypeConfiguration{TEntity}"/> classes,
/// which are found in the assembly, so that this class names no module.
/// </summary>
public abstract class AppDbContext(DbContextOptions options) : DbContext(options)
{
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
