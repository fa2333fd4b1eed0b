using Microsoft.Playwright;
using Patrin.BrowserTests.Support;

namespace Patrin.BrowserTests.Journeys;

public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task The_first_key_leads_to_the_content_and_the_focus_can_be_seen()
    {
        await using var window = await chromium.WindowAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync("/en/places");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        var outline = await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle");
        Assert.Equal("solid", outline);
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('main').contains(document.activeElement)"));
    }

    [Fact]
    public async Task The_menu_opens_on_a_phone_without_JavaScript()
    {
        await using var window = await chromium.WindowAsync(width: 360, javaScript: false);
        var page = await window.NewPageAsync();
        await page.GotoAsync("/en/");
        await Assertions.Expect(page.Locator("#nav")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
        await page.Locator("#nav").GetByRole(AriaRole.Link, new() { Name = "Places" }).ClickAsync();
        Assert.EndsWith("/en/places", page.Url, StringComparison.Ordinal);
    }
}
