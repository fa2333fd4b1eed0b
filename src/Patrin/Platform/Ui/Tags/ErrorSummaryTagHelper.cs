using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Patrin.Platform.Localization;

namespace Patrin.Platform.Ui.Tags;

/// <summary><c>&lt;error-summary /&gt;</c>: what is wrong, each line leading to its field. Takes the focus; draws nothing without errors.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var errors = ViewContext.ModelState.SelectMany(s => s.Value!.Errors.Select(e => (s.Key, e.ErrorMessage))).ToList();
        if (errors.Count == 0)
            return;
        var html = new HtmlContentBuilder();
        html.AppendHtml("<div class=\"errsum\" role=\"alert\" tabindex=\"-1\" autofocus><h2>").Append(texts["Please check this"]).AppendHtml("</h2><ul>");
        foreach (var (field, message) in errors)
        {
            html.AppendHtml("<li>");
            if (field.Length > 0)
                html.AppendHtml($"<a href=\"#{TagBuilder.CreateSanitizedId(field, "_")}\">").Append(message).AppendHtml("</a>");
            else
                html.Append(message);
            html.AppendHtml("</li>");
        }

        output.Content.SetHtmlContent(html.AppendHtml("</ul></div>"));
    }
}
