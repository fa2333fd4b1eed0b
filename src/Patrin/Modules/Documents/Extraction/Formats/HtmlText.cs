using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>
/// Text of a web page: no script is run, nothing is fetched (the parser gets no browsing context with a loader).
/// The tree is walked in a loop, not by recursion.
/// </summary>
internal sealed class HtmlText
{
    private static readonly HashSet<string> _skipped = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "nav", "iframe", "object", "embed", "svg", "math", "canvas", "audio",
        "video", "button", "select", "textarea", "input", "datalist", "dialog", "head", "title", "menu",
    };

    private static readonly HashSet<string> _blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "details", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "main",
        "ol", "p", "pre", "section", "summary", "table", "ul",
    };

    private static readonly HashSet<string> _lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "li", "dt", "dd", "tr", "br", "option",
    };

    private readonly TextLayout _layout;
    private readonly HashSet<INode> _dataTables = [];
    private int _hidden;
    private int _preformatted;
    private int _inCell;
    private int _cellsInRow;

    private HtmlText(int maxCharacters) => _layout = new(maxCharacters);

    public static FormatText Read(string html, ExtractionLimits limits)
    {
        var depth = new HtmlDepth(limits.MaxDepth);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            SkipComments = true,
            SkipScriptText = true,
            DisableElementPositionTracking = true,
            OnToken = (token, _) => depth.See(token),
        });
        using var page = parser.ParseDocument(html);
        var notes = new List<ExtractionNote>();
        var roots = MainContent(page);
        if (roots.Count > 0)
            notes.Add(Note.Of(NoteCodes.MainContentOnly));
        else if (page.Body is { } body)
            roots.Add(body);

        var reader = new HtmlText(limits.MaxTextCharacters);
        foreach (var root in roots)
        {
            reader._layout.Paragraph();
            reader.Walk(root);
        }

        if (reader._hidden > 0)
            notes.Add(Note.Of(NoteCodes.HiddenLeftOut, "count", reader._hidden));
        return new(reader._layout.ToString(), Title(page), Language(page), notes);
    }

    // <main> if the page has one with text; else the articles, if they hold most of the text (not mere teasers).
    private static List<IElement> MainContent(IHtmlDocument page)
    {
        var main = page.QuerySelectorAll("main, [role=main]").Where(IsOutermost("main, [role=main]")).ToList();
        if (main.Exists(m => !string.IsNullOrWhiteSpace(m.TextContent)))
            return main;
        var articles = page.QuerySelectorAll("article").Where(IsOutermost("article")).ToList();
        var inArticles = articles.Sum(a => (long)a.TextContent.Length);
        return inArticles * 2 > (page.Body?.TextContent.Length ?? 0) ? articles : [];
    }

    private static Func<IElement, bool> IsOutermost(string selector) =>
        element => element.ParentElement?.Closest(selector) is null;

    private static string? Title(IHtmlDocument page)
    {
        var title = page.QuerySelector("meta[property='og:title']")?.GetAttribute("content");
        title = string.IsNullOrWhiteSpace(title) ? page.Title : title;
        title = string.IsNullOrWhiteSpace(title) ? page.QuerySelector("h1")?.TextContent : title;
        return string.IsNullOrWhiteSpace(title) ? null : title;
    }

    private static string? Language(IHtmlDocument page) =>
        page.DocumentElement.GetAttribute("lang") is { Length: > 0 and < 36 } stated ? stated : null;

    // By index and not by NextSibling, which searches the parent's list each time: a flat page would take quadratic time.
    private void Walk(INode root)
    {
        var path = new Stack<(INode Node, int NextChild)>();
        if (Enter(root))
            path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            if (at.NextChild >= at.Node.ChildNodes.Length)
            {
                Leave(at.Node);
                continue;
            }

            path.Push((at.Node, at.NextChild + 1));
            var child = at.Node.ChildNodes[at.NextChild];
            if (Enter(child))
                path.Push((child, 0));
        }
    }

    /// <returns>True when the children are to be walked.</returns>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            if (_preformatted > 0)
                _layout.Exact(text.Data);
            else
                _layout.Flow(text.Data);
            return false;
        }

        if (node is not IElement element || _skipped.Contains(element.LocalName) || IsHidden(element))
            return false;
        switch (element.LocalName)
        {
            case "pre":
                _preformatted++;
                break;
            case "table" when IsDataTable(element):
                _dataTables.Add(element);
                break;
            case "tr":
                _cellsInRow = 0;
                break;
            case "td" or "th":
                EnterCell(element);
                return true;
        }

        Break(element);
        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element)
            return;
        if (element.LocalName == "pre")
            _preformatted--;
        if (element.LocalName is "td" or "th")
        {
            if (InDataTable(element) && _inCell > 0)
                _inCell--;
            else
                _layout.Paragraph();
            return;
        }

        Break(element);
    }

    private void EnterCell(IElement cell)
    {
        if (!InDataTable(cell))
        {
            _layout.Paragraph();
            return;
        }

        if (_cellsInRow++ > 0)
            _layout.Cell();
        _inCell++;
    }

    private void Break(IElement element)
    {
        if (_blocks.Contains(element.LocalName) && !IsNestedList(element))
        {
            if (_inCell > 0)
                _layout.Space();
            else
                _layout.Paragraph();
        }
        else if (_lines.Contains(element.LocalName) || IsNestedList(element))
        {
            if (_inCell > 0)
                _layout.Space();
            else
                _layout.Line();
        }
    }

    // A list inside a list goes on line by line.
    private static bool IsNestedList(IElement element) =>
        element.LocalName is "ul" or "ol" && element.ParentElement?.LocalName == "li";

    // Tables for layout hold whole blocks; their cells are read as paragraphs, not as cells of a row.
    private static bool IsDataTable(IElement table) =>
        table.GetAttribute("role") != "presentation"
        && table.QuerySelector("table, h1, h2, h3, h4, ul, ol, p + p, div + div") is null;

    private bool InDataTable(IElement cell)
    {
        for (INode? up = cell.Parent; up is not null; up = up.Parent)
        {
            if (up is IHtmlTableElement)
                return _dataTables.Contains(up);
        }

        return false;
    }

    private bool IsHidden(IElement element)
    {
        var hidden = element.HasAttribute("hidden");
        if (!hidden && element.GetAttribute("style") is { Length: > 0 } style)
        {
            var plain = style.Replace(" ", "", StringComparison.Ordinal);
            hidden = plain.Contains("display:none", StringComparison.OrdinalIgnoreCase)
                || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
        }

        if (hidden && element.HasChildNodes)
            _hidden++;
        return hidden;
    }
}
