using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Web;

/// <summary>Signs of life for whoever watches the server: two words, nothing about the inside.</summary>
public static class Health
{
    /// <summary>A database that needs longer counts as away.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Answer(true)).RequireAuthorization(Policies.Read);
        routes.MapGet("/health/ready", async (AppDbContext db, CancellationToken cancel) => Answer(await IsReadyAsync(db, cancel))).RequireAuthorization(Policies.Read);
    }

    private static async Task<bool> IsReadyAsync(AppDbContext db, CancellationToken cancel)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Patience);
        try
        {
            // The driver of SQLite blocks its thread: the answer must not wait for it.
            return await Task.Run(() => db.Set<SiteRow>().AsNoTracking().AnyAsync(limited.Token), limited.Token).WaitAsync(Patience, cancel);
        }
#pragma warning disable CA1031 // Whatever goes wrong, the answer is "degraded".
        catch (Exception fault) when (fault is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private static IResult Answer(bool ok) => Results.Text(ok ? "ok\n" : "degraded\n", "text/plain", statusCode: ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
}
