namespace Patrin.BrowserTests.EveryPage;

/// <summary>What somebody could type to make a page of ours do their will. Each calls xss() or leaves an element marked data-xss when it works.</summary>
internal static class XssPayloads
{
    public static IReadOnlyList<string> All { get; } =
    [
        "<script>xss()</script>", "<SCRIPT SRC=//xss.invalid/x.js data-xss></SCRIPT>", "<script data-xss>alert(1)//", "<<script data-xss>alert(1);//<</script>",
        "<img src=x onerror=xss() data-xss>", "<img src=x:alert(1) onerror=eval(src) data-xss>", "<img data-xss src='//xss.invalid/pixel'>", "<IMG \"\"\"><SCRIPT>xss()</SCRIPT>\">",
        "<svg onload=xss() data-xss>", "<svg/onload=xss() data-xss>", "<svg><script data-xss>xss()</script></svg>", "<svg><a xlink:href=javascript:xss() data-xss><text>x</text></a>",
        "<svg><animate onbegin=xss() attributeName=x dur=1s data-xss>", "<math><mtext><table><mglyph><style><img src onerror=xss() data-xss>", "<math href=javascript:xss() data-xss>x</math>",
        "<body onload=xss() data-xss>", "<iframe src=javascript:xss() data-xss>", "<iframe srcdoc='<script>parent.xss()</script>' data-xss>", "<object data=javascript:xss() data-xss>",
        "<embed src=//xss.invalid/x.swf data-xss>", "<base href=//xss.invalid/ data-xss>", "<meta http-equiv=refresh content='0;url=//xss.invalid/' data-xss>", "<link rel=stylesheet href=//xss.invalid/x.css data-xss>",
        "<style data-xss>@import '//xss.invalid/x.css';</style>", "<form action=//xss.invalid/ data-xss><button>Go on</button></form>", "<input autofocus onfocus=xss() data-xss>",
        "<details open ontoggle=xss() data-xss>", "<video><source onerror=xss() data-xss>", "<audio src=x onerror=xss() data-xss>", "<marquee onstart=xss() data-xss>", "<select autofocus onfocus=xss() data-xss>",
        "\" onmouseover=xss() data-xss=\"", "' onmouseover=xss() data-xss='", "\" autofocus onfocus=xss() data-xss x=\"", "' autofocus onfocus=xss() data-xss x='", "\"><script>xss()</script>", "'><script>xss()</script>",
        "</title><script>xss()</script>", "</textarea><script>xss()</script>", "</style><script>xss()</script>", "</script><script>xss()</script>", "</option></select><img src=x onerror=xss() data-xss>", "--><script>xss()</script>",
        "]]><script>xss()</script>", "<!--><img src=x onerror=xss() data-xss>-->", "<noscript><p title=\"</noscript><img src=x onerror=xss() data-xss>\">", "<template><script data-xss>xss()</script></template>",
        "javascript:xss()", "JaVaScRiPt:xss()//", "data:text/html,<script>xss()</script>", "\u0001javascript:xss()", "<a href=javascript:xss() data-xss>read on</a>", "<a href='//xss.invalid/' data-xss>read on</a>",
        "<div hx-get=/en/ hx-trigger=load data-xss>", "<div hx-on::load=xss() data-xss>", "<div data-hx-on:click=xss() data-xss>", "{{constructor.constructor('xss()')()}}", "${xss()}", "@(1+1)<x data-xss>",
        "&lt;script&gt;xss()&lt;/script&gt;", "&#60;img src=x onerror=xss() data-xss&#62;", "%3Cimg%20src=x%20onerror=xss()%20data-xss%3E", "\uFF1Cscript\uFF1Exss()\uFF1C/script\uFF1E",
        "<img src=x onerror\u000b=xss() data-xss>", "<x/data-xss/onclick=xss()>", "\\\"};xss();//", "\u2028xss()", "[x](javascript:xss())", "![x](//xss.invalid/x.png)", "<dialog open onclose=xss() data-xss>",
    ];
}
