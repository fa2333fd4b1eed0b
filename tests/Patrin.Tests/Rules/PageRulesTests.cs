using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Patrin.Tests.Rules;

/// <summary>Rules every page keeps, checked in its source.</summary>
public sealed class PageRulesTests
{
    private static IEnumerable<string> Pages => Repository.Files("src/Patrin/Modules", "*.cshtml").Where(f => !Path.GetFileName(f).StartsWith('_'));

    [Fact]
    public void Every_page_has_its_route_on_the_first_line()
    {
        var bad = Pages.Where(f => !File.ReadLines(f).First().StartsWith("@page \"/", StringComparison.Ordinal)).Select(Repository.Relative);
        Assert.Empty(bad);
    }

    [Fact]
    public void Every_page_declares_who_may_see_it()
    {
        var bad = typeof(Program).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(PageModel)) && t.GetCustomAttribute<AuthorizeAttribute>() is null);
        Assert.Empty(bad);
    }

    [Fact]
    public void No_page_carries_inline_style_or_script()
    {
        var bad = Repository.Files("src/Patrin", "*.cshtml").Where(f =>
        {
            var text = File.ReadAllText(f);
            return text.Contains(" style=", StringComparison.Ordinal) || text.Contains("<style", StringComparison.Ordinal) ||
                text.Contains(" onclick=", StringComparison.Ordinal) || text.Contains("<script>", StringComparison.Ordinal);
        }).Select(Repository.Relative);
        Assert.Empty(bad);
    }
}
