using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Patrin.Platform.Ui.Tags;

/// <summary>Tone of a tag: always sign, word and colour together (look/README.md).</summary>
public enum Tone
{
    /// <summary>Met, done.</summary>
    Ok,

    /// <summary>Not met, late, refused.</summary>
    No,

    /// <summary>Unknown or open: grey, never green.</summary>
    Unk,

    /// <summary>Waiting for somebody.</summary>
    Wait,

    /// <summary>An example, or proposed and not begun.</summary>
    Ex,
}

/// <summary><c>&lt;status tone="Ok"&gt;Accepted&lt;/status&gt;</c>: a leaf-cornered tag with its sign.</summary>
[HtmlTargetElement("status")]
public sealed class StatusTagHelper : TagHelper
{
    public Tone Tone { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "tag " + Tone.ToString().ToLowerInvariant());
        var sign = Tone switch { Tone.Ok => "ok", Tone.No => "close", Tone.Unk => "unk", Tone.Wait => "clock", _ => null };
        if (sign is not null)
            output.PreContent.SetHtmlContent(Icons.Svg(sign));
        output.Content = await output.GetChildContentAsync();
    }
}
