using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Patrin.Platform.Ui.Tags;

/// <summary><c>&lt;a only-for="@Policies.Curate" …&gt;</c>: shown to those only whom the page behind it lets in. It hides; the page and the use case refuse.</summary>
[HtmlTargetElement("*", Attributes = "only-for")]
public sealed class OnlyForTagHelper(IAuthorizationService access) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required string OnlyFor { get; set; }

    public override int Order => -1000;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("only-for");
        var http = ViewContext.HttpContext;
        if (!(await access.AuthorizeAsync(http.User, http, OnlyFor)).Succeeded)
            output.SuppressOutput();
    }
}
