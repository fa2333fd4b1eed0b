using Microsoft.AspNetCore.Diagnostics;

namespace Patrin.Platform.Web;

/// <summary>An error page is run in the same request again, with its method and headers: what refused it the first time must let it pass.</summary>
internal static class ErrorPages
{
    public static bool IsForErrorPage(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
