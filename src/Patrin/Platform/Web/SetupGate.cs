using Patrin.Platform.Settings;

namespace Patrin.Platform.Web;

/// <summary>Until the first administrator was made nothing answers but the set-up page and the sign of life (quality.md section 4).</summary>
public static class SetupGate
{
    public static void UseSetupGate(this IApplicationBuilder app)
    {
        var site = app.ApplicationServices.GetRequiredService<SiteState>();
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path;
            if (await site.IsClaimedAsync(context.RequestAborted) || path.StartsWithSegments("/setup", StringComparison.Ordinal) || path == "/health/live" || context.IsForErrorPage()
                || path.StartsWithSegments("/css", StringComparison.Ordinal) || path.StartsWithSegments("/js", StringComparison.Ordinal) || path == "/mark.svg")
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync("This Patrin is being set up. Whoever started it finds the address of the set-up page in its output.\n", context.RequestAborted);
        });
    }
}
