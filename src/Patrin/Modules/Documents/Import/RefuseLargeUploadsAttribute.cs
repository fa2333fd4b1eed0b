using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Patrin.Modules.Documents.Import;

/// <summary>
/// Answers 413 to an upload that states a larger size than allowed, before anybody reads it. Without this the framework
/// fails while it looks for the form token and tells the person that "the request was not complete".
/// </summary>
/// <param name="most">Bytes of the whole request.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RefuseLargeUploadsAttribute(long most) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public long Most { get; } = most;

    /// <summary>Before the form token is looked at (1000).</summary>
    public int Order => 100;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > Most)
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }
}
