using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Patrin.Platform.Ui.Tags;

/// <summary>
/// <c>&lt;field for="Form.Title" label="@T["Title"]" hint="..." /&gt;</c>: label, hint, error and field in this order,
/// tied together for screen readers. Content of the element replaces the input (a select, a file box);
/// it must carry the id that <c>for</c> gives.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>HTML input type, or <c>textarea</c>.</summary>
    public string Type { get; set; } = "text";

    public bool Required { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        ViewContext.ModelState.TryGetValue(name, out var state);
        var error = state?.Errors.FirstOrDefault()?.ErrorMessage;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", error is null ? "field" : "field bad");

        var content = new HtmlContentBuilder();
        content.AppendHtml($"<label for=\"{id}\">").Append(Label).AppendHtml("</label>");
        if (Hint is not null)
            content.AppendHtml($"<p class=\"hint\" id=\"{id}-hint\">").Append(Hint).AppendHtml("</p>");
        if (error is not null)
            content.AppendHtml($"<p class=\"err\" id=\"{id}-err\">").Append(error).AppendHtml("</p>");

        var child = await output.GetChildContentAsync();
        if (child.IsEmptyOrWhiteSpace)
            content.AppendHtml(Input(id, error is not null));
        else
            content.AppendHtml(child);
        output.Content.SetHtmlContent(content);
    }

    private TagBuilder Input(string id, bool bad)
    {
        var described = string.Join(' ', new[] { Hint is null ? null : id + "-hint", bad ? id + "-err" : null }.Where(x => x is not null));
        var attributes = new Dictionary<string, object?> { ["class"] = "in" };
        if (described.Length > 0)
            attributes["aria-describedby"] = described;
        if (bad)
            attributes["aria-invalid"] = "true";
        if (Required)
            attributes["required"] = "required";
        if (Type == "textarea")
            return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, 0, 0, attributes);
        attributes["type"] = Type;
        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, null, attributes);
    }
}
