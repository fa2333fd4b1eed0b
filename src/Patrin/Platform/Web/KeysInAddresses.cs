namespace Patrin.Platform.Web;

/// <summary>
/// Refuses every request that carries a key for programs in its address: addresses end up in logs, histories and referrers.
/// Such a key counts as leaked and can be revoked by its first characters (quality.md R-30).
/// </summary>
public static class KeysInAddresses
{
    /// <summary>How every key begins.</summary>
    public const string Sign = "patrin_";

    public static void UseNoKeysInAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.QueryString.Value?.Contains(Sign, StringComparison.OrdinalIgnoreCase) != true)
            return next();
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("A key must stand in the Authorization header, never in the address. Revoke this one.\n", context.RequestAborted);
    });
}
