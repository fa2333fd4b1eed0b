using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Patrin.Platform.Data;

/// <summary>
/// A database that cannot write now (read-only, full, locked, a fault of the disk) is not a fault of the program: the reader is asked
/// to come back. Nothing of the request was saved.
/// </summary>
public static class DatabaseFaults
{
    // Result codes of SQLite: busy, locked, read-only, input/output, full, cannot open.
    private static readonly int[] Passing = [5, 6, 8, 10, 13, 14];

    public static void UseDatabaseFaults(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && IsPassing(e))
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseFaults)).CannotUse(Reason(e));
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "5";
        }
    });

    /// <summary>True when the same request may succeed later.</summary>
    public static bool IsPassing(Exception? fault) => fault is not null && (fault switch
    {
        SqliteException sqlite => Passing.Contains(sqlite.SqliteErrorCode),
        PostgresException postgres => postgres.IsTransient || postgres.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.DiskFull,
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => true,
        _ => false,
    } || IsPassing(fault.InnerException));

    /// <summary>True when a row like it was there first: a unique index refused it.</summary>
    public static bool IsDuplicate(Exception? fault) => fault is not null && (fault switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    } || IsDuplicate(fault.InnerException));

    private static string Reason(Exception? fault) => fault switch
    {
        SqliteException sqlite => $"SQLite {sqlite.SqliteExtendedErrorCode}",
        PostgresException postgres => $"PostgreSQL {postgres.SqlState}",
        null => "no connection",
        _ => Reason(fault.InnerException),
    };
}

internal static partial class DatabaseFaultsLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be used now ({Reason}); the request was answered with 503.")]
    public static partial void CannotUse(this ILogger logger, string reason);
}
