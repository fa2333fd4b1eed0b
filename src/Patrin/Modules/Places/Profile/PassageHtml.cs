using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Patrin.Modules.Documents.Contracts;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Places.Profile;

/// <summary>
/// The source mark under a fact: opens the sentence in place, the exact words marked, with a way to the whole document.
/// Written straight to the page, since a profile has dozens of them.
/// </summary>
/// <param name="texts">Words of the interface.</param>
/// <param name="statement">The claim.</param>
/// <param name="pathBase">The language part of addresses.</param>
/// <param name="about">What the sentence is about, for screen readers: all these marks would sound alike without it.</param>
public sealed class PassageHtml(Texts texts, Statement statement, string pathBase, string about) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (statement.Passage is not { } passage)
        {
            writer.Write("<p class=\"xs mute\">");
            encoder.Encode(writer, texts["The sentence is not shown, to protect a small number of people."]);
            writer.Write("</p>");
            return;
        }

        writer.Write("<details class=\"open\"><summary>");
        encoder.Encode(writer, texts["Source sentence"]);
        writer.Write("<span class=\"vh\">: ");
        encoder.Encode(writer, about);
        writer.Write("</span></summary>");
        WriteFigure(writer, encoder, passage);
        writer.Write("</details>");
    }

    private void WriteFigure(TextWriter writer, HtmlEncoder encoder, Passage passage)
    {
        var source = statement.Source;
        writer.Write("<figure class=\"passage\"><blockquote lang=\"");
        encoder.Encode(writer, source.Language);
        writer.Write("\">");
        encoder.Encode(writer, passage.Before);
        writer.Write("<mark>");
        encoder.Encode(writer, passage.Quote);
        writer.Write("</mark>");
        encoder.Encode(writer, passage.After);
        writer.Write("</blockquote><figcaption>");
        encoder.Encode(writer, Name(texts, source));
        writer.Write(" <a href=\"");
        encoder.Encode(writer, pathBase + DocumentLinks.Passage(source.Document, statement.Claim));
        writer.Write("\">");
        encoder.Encode(writer, texts["Open the whole document"]);
        writer.Write("</a></figcaption></figure>");
    }

    /// <summary>Who, title, when written: the source line of a passage.</summary>
    public static string Name(Texts texts, Source source) => (source.Publisher, source.Written) switch
    {
        ("", "") => texts["“{0}”.", source.Title],
        ("", _) => texts["“{0}”. Written: {1}.", source.Title, source.Written],
        (_, "") => texts["{0}, “{1}”.", source.Publisher, source.Title],
        _ => texts["{0}, “{1}”. Written: {2}.", source.Publisher, source.Title, source.Written],
    };
}
