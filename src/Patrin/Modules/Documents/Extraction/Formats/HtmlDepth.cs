using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// Follows how many elements are open while a page is being parsed and refuses it beyond the limit. The parser caps
/// the depth of its tree, but not its list of open elements, which it searches at every tag: 25,000 open blocks take
/// it ten seconds.
/// </summary>
internal sealed class HtmlDepth(int limit)
{
    // Elements without content, and those whose end is implied by the next one of their kind.
    private static readonly HashSet<string> _neverOpen = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input", "keygen",
        "link", "meta", "param", "source", "track", "wbr",
        "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot",
        "caption", "colgroup", "rt", "rp", "rb", "rtc",
    };

    private int _open;
    private int _foreign;

    public void See(HtmlToken token)
    {
        if (token is not HtmlTagToken tag || _neverOpen.Contains(tag.Name))
            return;
        var isForeign = tag.Name is "svg" or "math";
        if (tag.Type == HtmlTokenType.EndTag)
        {
            _open = Math.Max(0, _open - 1);
            _foreign = Math.Max(0, _foreign - (isForeign ? 1 : 0));
        }
        else if (!tag.IsSelfClosing || (_foreign == 0 && !isForeign))
        {
            _foreign += isForeign ? 1 : 0;
            if (++_open > limit)
                throw RefusedException.Because(RefusalCodes.TooDeep, "limit", limit);
        }
    }
}
