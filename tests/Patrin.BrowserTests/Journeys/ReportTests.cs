using Microsoft.Playwright;
using Patrin.BrowserTests.Support;
using Patrin.Platform.Access;
using Patrin.Tests.Support;

namespace Patrin.BrowserTests.Journeys;

/// <summary>A reader reports a text, a moderator hides it with reasons, its author appeals, and another moderator decides again.</summary>
public sealed class ReportTests(Chromium chromium)
{
    private const string Reader = "reader@elsewhere.example", Said = "People of that street should not be let into the school, says the board.";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task A_report_is_decided_with_reasons_and_the_appeal_by_another_person(bool javaScript, int width)
    {
        using var site = new SqliteSite();
        var address = Chromium.Start(site);
        var author = await People.OrganisationAsync(site, "Parents of Dolna Reka", "NGO", o => o.About = Said);
        async Task<IPage> PageOf(TestPerson? person)
        {
            var window = await chromium.WindowAsync(width, javaScript, address: address);
            if (person is not null)
                await Chromium.SignInAsync(window, site, address, person);
            return await window.NewPageAsync();
        }

        var manager = await PageOf(new("Author of the text") { Organisation = author });
        var reader = await PageOf(null);
        await reader.GotoAsync($"/en/organisations/{author}");
        await ReportAsync(reader);
        await DecideAsync(await PageOf(new("First moderator", NetworkRole.Moderator)), "Hide it everywhere", "The text asks to keep children out of a school because of where they live.");
        Assert.Equal(404, (await reader.GotoAsync($"/en/organisations/{author}"))!.Status);

        await reader.GotoAsync(await Mails.LastLinkAsync(site, Reader, "report"));
        await Assertions.Expect(reader.GetByText("It was hidden")).ToBeVisibleAsync();
        await Chromium.PictureAsync(reader, "receipt");

        await AppealAsync(manager);
        await DecideAsync(await PageOf(new("Second moderator", NetworkRole.Moderator)), "Make it visible again", "The sentence quotes a board in order to criticise it.");
        await reader.GotoAsync($"/en/organisations/{author}");
        await Assertions.Expect(reader.GetByText(Said)).ToBeVisibleAsync();
        await reader.GotoAsync("/en/moderation/log");
        await Chromium.PictureAsync(reader, "moderation-log");
    }

    private static async Task ReportAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Report a problem" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Assertions.Expect(page.Locator(".errsum")).ToContainTextAsync("Choose what is wrong.");
        await page.GetByRole(AriaRole.Radio).First.CheckAsync();
        await page.GetByLabel("Where does it stand").FillAsync("The first sentence.");
        await page.GetByLabel("Your mail address").FillAsync(Reader);
        await page.GetByLabel("I report this in good faith").CheckAsync();
        await Chromium.PictureAsync(page, "report");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Assertions.Expect(page.GetByText("A moderator will look at it")).ToBeVisibleAsync();
    }

    private static async Task DecideAsync(IPage page, string decision, string facts)
    {
        await page.GotoAsync("/en/moderation");
        await Chromium.PictureAsync(page, "moderation");
        await page.Locator("table").GetByRole(AriaRole.Link).First.ClickAsync();
        await page.GetByLabel(decision).CheckAsync();
        await page.GetByLabel("Facts it rests on").FillAsync(facts);
        await Chromium.PictureAsync(page, "case");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decide and tell everybody concerned" }).ClickAsync();
        await Assertions.Expect(page.GetByText(facts)).ToBeVisibleAsync();
    }

    private static async Task AppealAsync(IPage page)
    {
        await page.GotoAsync("/en/notifications");
        await Chromium.PictureAsync(page, "messages");
        await page.GetByRole(AriaRole.Button, new() { Name = "was hidden" }).First.ClickAsync();
        await page.GetByLabel("Why do you disagree?").FillAsync("We quote the board to show what families hear.");
        await Chromium.PictureAsync(page, "statement");
        await page.GetByRole(AriaRole.Button, new() { Name = "Appeal" }).ClickAsync();
        await Assertions.Expect(page.GetByText("An appeal waits for a decision")).ToBeVisibleAsync();
    }
}
