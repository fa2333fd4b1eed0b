using Microsoft.Playwright;
using Patrin.BrowserTests.Support;

namespace Patrin.BrowserTests.Journeys;

public sealed class LanguageTests(Chromium chromium)
{
    [Fact]
    public async Task A_reader_changes_the_language_and_stays_on_the_same_page()
    {
        await using var window = await chromium.WindowAsync(javaScript: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/en/places/samokov");
        await page.Locator("details.lang summary").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Română" }).ClickAsync();
        Assert.EndsWith("/ro/places/samokov", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ro");
        var hrefs = await page.Locator("main a[href^='/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        Assert.All(hrefs, h => Assert.StartsWith("/ro/", h, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_follow_the_language()
    {
        await using var window = await chromium.WindowAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/ro/places/samokov");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("36.266");
        await page.GotoAsync("/hu/places/samokov");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("36\u00A0266");
    }
}
