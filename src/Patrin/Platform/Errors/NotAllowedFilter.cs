using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Patrin.Platform.Access;

namespace Patrin.Platform.Errors;

/// <summary>A use case refused its actor: the same answer as a policy gives.</summary>
public sealed class NotAllowedFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        if (context.Exception is not NotAllowed)
            return;
        context.ExceptionHandled = true;
        context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
