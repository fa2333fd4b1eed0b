using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Platform.Errors;

/// <summary>Shows the page again with the broken rule beside its field, as validation faults are shown; too many attempts are 429.</summary>
public sealed class RuleBrokenPageFilter(Texts texts) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not (RuleBroken or TooManyTries) || context.HandlerInstance is not PageModel page)
            return;
        page.Response.StatusCode = Note(executed.Exception, page);
        executed.ExceptionHandled = true;
        if (page is IReloadable reloadable)
            await reloadable.LoadAsync(context.HttpContext.RequestAborted);
        executed.Result = page.Page();
    }

    /// <summary>A use case knows the field, not the page: on a page whose form is called Form the field stands there.</summary>
    private static string FieldOf(PageModel page, string field) =>
        field.Length > 0 && page.GetType().GetProperty("Form")?.PropertyType.GetProperty(field) is not null ? "Form." + field : field;

    private int Note(Exception refused, PageModel page)
    {
        if (refused is TooManyTries tries)
        {
            page.Response.Headers.RetryAfter = tries.Seconds.ToString(CultureInfo.InvariantCulture);
            page.ModelState.AddModelError("", texts.Plural(tries.Minutes, "Too many attempts. Try again in {0} minute.", "Too many attempts. Try again in {0} minutes."));
            return StatusCodes.Status429TooManyRequests;
        }

        var broken = (RuleBroken)refused;
        page.ModelState.AddModelError(FieldOf(page, broken.Field), texts[broken.Message, [.. broken.Arguments]]);
        return StatusCodes.Status422UnprocessableEntity;
    }
}

/// <summary>A page that must read its lists again before it can be shown after a refused post.</summary>
public interface IReloadable
{
    Task LoadAsync(CancellationToken cancel);
}
