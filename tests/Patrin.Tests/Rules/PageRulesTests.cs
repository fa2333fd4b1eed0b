using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
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

    /// <summary>Razor Pages keeps its own route value "page": a handler that asks for it by name alone never sees the query.</summary>
    [Fact]
    public void A_page_number_is_taken_from_the_query()
    {
        var bad = typeof(Program).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)))
            .SelectMany(t => t.GetMethods().Where(m => m.Name.StartsWith("On", StringComparison.Ordinal)))
            .Where(m => m.GetParameters().Any(p => p.Name == "page" && p.GetCustomAttribute<FromQueryAttribute>() is null))
            .Select(m => $"{m.DeclaringType}.{m.Name}");
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
