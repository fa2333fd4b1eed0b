using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Localization;

namespace Patrin.Platform.Errors;

/// <summary>Shows the page again with the broken rule beside its field, as validation faults are shown.</summary>
public sealed class RuleBrokenPageFilter(Texts texts) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var executed = await next();
        if (executed.Exception is not RuleBroken broken || context.HandlerInstance is not PageModel page)
            return;
        page.ModelState.AddModelError(FieldOf(page, broken.Field), texts[broken.Message, [.. broken.Arguments]]);
        executed.ExceptionHandled = true;
        if (page is IReloadable reloadable)
            await reloadable.LoadAsync(context.HttpContext.RequestAborted);
        page.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        executed.Result = page.Page();
    }

    /// <summary>A use case knows the field, not the page: on a page whose form is called Form the field stands there.</summary>
    private static string FieldOf(PageModel page, string field) =>
        field.Length > 0 && page.GetType().GetProperty("Form")?.PropertyType.GetProperty(field) is not null ? "Form." + field : field;
}

/// <summary>A page that must read its lists again before it can be shown after a refused post.</summary>
public interface IReloadable
{
    Task LoadAsync(CancellationToken cancel);
}
