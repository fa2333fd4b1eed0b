using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Patrin.Platform.Mail;

namespace Patrin.Platform.Data;

/// <summary>Chooses and opens the engine. Nothing outside this folder knows which one it is.</summary>
public static class DatabaseSetup
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, PatrinOptions options)
    {
        if (options.Postgres is { } connection)
            services.AddDbContextPool<AppDbContext, PostgresDbContext>((s, b) => b.Postgres(connection).AddInterceptors(s.GetRequiredService<OutboxWatch>()));
        else
            services.AddDbContextPool<AppDbContext, SqliteDbContext>((s, b) => b.Sqlite(options.SqliteFile).AddInterceptors(s.GetRequiredService<OutboxWatch>()));
        return services;
    }

    public static DbContextOptionsBuilder Sqlite(this DbContextOptionsBuilder builder, string file) => builder
        .UseSqlite(
            new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, Pooling = true, DefaultTimeout = 5 }.ToString(),
            o => o.MigrationsAssembly(typeof(DatabaseSetup).Assembly).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(SqliteSafety.Instance);

    public static DbContextOptionsBuilder Postgres(this DbContextOptionsBuilder builder, string connection) => builder
        .UseNpgsql(
            connection,
            o => o.MigrationsAssembly(typeof(DatabaseSetup).Assembly).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .UseSnakeCaseNamingConvention();

    /// <summary>Creates the data folder (readable by its owner only) and brings the database to the newest schema.</summary>
    public static async Task PrepareAsync(IServiceProvider services, PatrinOptions options, CancellationToken cancel = default)
    {
        CreatePrivateDirectory(options.DataDirectory);
        await using var scope = services.CreateAsyncScope();
        await MigrationTurn.MigrateAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), options, cancel);
    }

    private static void CreatePrivateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}

/// <summary>For <c>dotnet ef migrations add NAME --context SqliteDbContext</c>.</summary>
public sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDbContext>
{
    public SqliteDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteDbContext>();
        builder.Sqlite("design.db");
        return new(builder.Options);
    }
}

/// <summary>For <c>dotnet ef migrations add NAME --context PostgresDbContext</c>.</summary>
public sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDbContext>
{
    public PostgresDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresDbContext>();
        builder.Postgres("Host=localhost");
        return new(builder.Options);
    }
}
