using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Patrin.Platform.Ui.Tags;

/// <summary><c>&lt;icon name="search" /&gt;</c>: a drawing beside a word. Never alone: it is hidden from screen readers.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    public required string Name { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Svg(Name));
    }
}
