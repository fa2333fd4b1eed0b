using Microsoft.Playwright;
using Patrin.BrowserTests.Support;
using Patrin.Platform.Access;
using Patrin.Tests.Support;

namespace Patrin.BrowserTests.Journeys;

/// <summary>A municipality joins, invites a colleague, and its first manager leaves: with and without JavaScript, on a desk and on a phone.</summary>
public sealed class OrganisationTests(Chromium chromium)
{
    private const string Clerk = "clerk@dolna-reka.example", Colleague = "colleague@dolna-reka.example";

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task A_municipality_joins_invites_a_colleague_and_hands_over(bool javaScript, int width)
    {
        using var site = new SqliteSite();
        var address = Chromium.Start(site);
        await using var clerk = await chromium.WindowAsync(width, javaScript, address: address);
        var page = await clerk.NewPageAsync();
        await JoinAsync(page, site);
        var organisation = new Uri(page.Url).AbsolutePath;
        await Assertions.Expect(page.GetByText("A curator has to approve it first.")).ToBeVisibleAsync();
        await ApproveAsync(site, address, width, javaScript);
        await page.GotoAsync(organisation);
        await Assertions.Expect(page.GetByText("A curator has to approve it first.")).ToHaveCountAsync(0);

        await InviteAsync(page);
        await using var second = await chromium.WindowAsync(width, javaScript, address: address);
        var colleague = await second.NewPageAsync();
        await colleague.GotoAsync(await Mails.LastLinkAsync(site, Colleague, "invitations"));
        await Chromium.PictureAsync(colleague, "invitation");
        await colleague.GetByLabel("Your name").FillAsync("Second clerk");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Accept the invitation" }).ClickAsync();
        await Assertions.Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Town hall of Dolna Reka");

        await HandOverAsync(page, organisation);
        await colleague.GotoAsync(organisation + "/invitations");
        await Assertions.Expect(colleague.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Invite a colleague");
    }

    private static async Task JoinAsync(IPage page, Site site)
    {
        await page.GotoAsync("/en/organisations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Join with your organisation" }).ClickAsync();
        await page.GetByLabel("Full name of the organisation").FillAsync("Town hall of Dolna Reka");
        await page.GetByLabel("Kind of organisation").SelectOptionAsync("MUNICIPALITY");
        await page.GetByLabel("Country").SelectOptionAsync("BG");
        await page.GetByLabel("Place where it works").FillAsync("Dolna Reka");
        await page.GetByLabel("Your name").FillAsync("First clerk");
        await page.GetByLabel("Your e-mail address").FillAsync(Clerk);
        await page.GetByLabel("Why do you want to join?").FillAsync("We want to learn how others employ health mediators.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send me the link" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Look into your mailbox");
        await Chromium.PictureAsync(page, "join-sent");
        await page.GotoAsync(await Mails.LastLinkAsync(site, Clerk, "join"));
        await Chromium.PictureAsync(page, "join-confirm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, we want to join" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Town hall of Dolna Reka");
    }

    private async Task ApproveAsync(Site site, string address, int width, bool javaScript)
    {
        await using var window = await chromium.WindowAsync(width, javaScript, address: address);
        await Chromium.SignInAsync(window, site, address, new("Journey curator", NetworkRole.Curator));
        var page = await window.NewPageAsync();
        await page.GotoAsync("/en/curate/organisations");
        await page.GetByRole(AriaRole.Link, new() { Name = "Town hall of Dolna Reka" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve the organisation" }).ClickAsync();
        await page.GetByLabel("How was it checked?").FillAsync("Called the number on the official website.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as verified" }).ClickAsync();
        await using var reader = await chromium.WindowAsync(width, javaScript, address: address);
        var seen = await reader.NewPageAsync();
        await seen.GotoAsync("/en/organisations");
        await seen.GetByRole(AriaRole.Link, new() { Name = "Town hall of Dolna Reka" }).ClickAsync();
        await Assertions.Expect(seen.GetByText("How it was checked: Called the number on the official website.")).ToBeVisibleAsync();
    }

    private static async Task InviteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Members" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite a colleague" }).ClickAsync();
        await page.GetByLabel("E-mail address of your colleague").FillAsync(Colleague);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Done. The mail is on its way.")).ToBeVisibleAsync();
    }

    private static async Task HandOverAsync(IPage page, string organisation)
    {
        await page.GotoAsync(organisation + "/members");
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave the organisation" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await Assertions.Expect(page.Locator(".errsum")).ToContainTextAsync("You are the last manager. Say who takes over.");
        await Chromium.PictureAsync(page, "leave");
        await page.GetByLabel("A member, who becomes manager now").CheckAsync();
        await page.GetByLabel("Member", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Second clerk" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Organisations");
        var response = await page.GotoAsync(organisation + "/members");
        Assert.Equal(404, response!.Status);
    }
}
