using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;
using Patrin.Platform.Localization;

namespace Patrin.Platform.Ui.Tags;

/// <summary><c>&lt;pages of="Model.Paging" /&gt;</c>: links to the other pages of a list, keeping all filters; nothing for a single page.</summary>
[HtmlTargetElement("pages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagesTagHelper(Texts texts) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public required Paging Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Of.Pages == 1)
            return;
        var html = new HtmlContentBuilder();
        html.AppendHtml("<nav class=\"pages\" aria-label=\"").Append(texts["Pages"]).AppendHtml("\">");
        foreach (var number in Shown())
        {
            if (number == 0)
                html.AppendHtml("<span>…</span>");
            else if (number == Of.Number)
                html.AppendHtml($"<span aria-current=\"page\">{number}</span>");
            else
                html.AppendHtml("<a href=\"").Append(Link(number)).AppendHtml($"\">{number}</a>");
        }

        output.Content.SetHtmlContent(html.AppendHtml("</nav>"));
    }

    /// <summary>First, last and the neighbours; 0 stands for a gap.</summary>
    private IEnumerable<int> Shown()
    {
        var last = 0;
        foreach (var n in Enumerable.Range(1, Of.Pages).Where(n => n == 1 || n == Of.Pages || Math.Abs(n - Of.Number) <= 2))
        {
            if (n > last + 1)
                yield return 0;
            yield return last = n;
        }
    }

    private string Link(int number)
    {
        var request = ViewContext.HttpContext.Request;
        var query = QueryHelpers.ParseQuery(request.QueryString.Value);
        query["page"] = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return QueryHelpers.AddQueryString(request.PathBase + request.Path, query);
    }
}
