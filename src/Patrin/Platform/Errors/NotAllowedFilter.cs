using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Patrin.Platform.Access;

namespace Patrin.Platform.Errors;

/// <summary>A use case refused its actor: the same answer as a policy gives. Without a fresh proof the way leads to it.</summary>
public sealed class NotAllowedFilter : IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        IActionResult? answer = context.Exception switch
        {
            NotAllowed => new StatusCodeResult(StatusCodes.Status403Forbidden),
            ProofMissing => ProofMissing.Answer(context.HttpContext.Request),
            _ => null,
        };
        if (answer is null)
            return;
        context.ExceptionHandled = true;
        context.Result = answer;
    }
}
