using System.IO.Compression;
using Microsoft.Playwright;
using Patrin.BrowserTests.Support;
using Patrin.Platform.Access;
using Patrin.Tests.Support;

namespace Patrin.BrowserTests.Journeys;

/// <summary>Somebody takes the own data along and deletes the account; the organisation is handed over first.</summary>
public sealed class MyDataTests(Chromium chromium)
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task Somebody_takes_the_own_data_along_and_deletes_the_account(bool javaScript, int width)
    {
        using var site = new SqliteSite();
        var address = Chromium.Start(site);
        var organisation = await People.OrganisationAsync(site, "Town hall of Gorna Reka");
        await People.AccountAsync(site, new("Colleague who stays") { Organisation = organisation, OrganisationRole = OrganisationRole.Editor });
        var person = new TestPerson("Clerk who leaves") { Organisation = organisation };
        await using var window = await chromium.WindowAsync(width, javaScript, address: address);
        await Chromium.SignInAsync(window, site, address, person);
        var page = await window.NewPageAsync();

        await page.GotoAsync("/en/account");
        await page.GetByRole(AriaRole.Link, new() { Name = "My data" }).First.ClickAsync();
        await ExportAsync(page, person);

        await page.GetByRole(AriaRole.Link, new() { Name = "Delete my account" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You are the last manager of Town hall of Gorna Reka.")).ToBeVisibleAsync();
        await Chromium.PictureAsync(page, "delete-last-manager");
        await HandOverAsync(page, organisation);
        await page.GotoAsync("/en/account/delete");
        await DeleteAsync(page);
        await page.GotoAsync("/en/account");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    private static async Task ExportAsync(IPage page, TestPerson person)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the file" }).ClickAsync();
        await Chromium.PictureAsync(page, "my-data");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download my data" }).ClickAsync());
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var texts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            texts.Add(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        }
        Assert.Contains(texts, t => t.Contains(person.Mail, StringComparison.Ordinal));
        Assert.DoesNotContain(texts, t => t.Contains("Colleague who stays", StringComparison.Ordinal));
    }

    private static async Task HandOverAsync(IPage page, Guid organisation)
    {
        await page.GotoAsync($"/en/organisations/{organisation}/members");
        await page.GetByRole(AriaRole.Link, new() { Name = "Leave the organisation" }).ClickAsync();
        await page.GetByLabel("A member, who becomes manager now").CheckAsync();
        await page.GetByLabel("Member", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Colleague who stays" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
    }

    private static async Task DeleteAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it for good" }).ClickAsync();
        await Assertions.Expect(page.Locator(".errsum")).ToBeVisibleAsync();
        await page.GetByLabel("I am sure. Delete my account.").CheckAsync();
        await Chromium.PictureAsync(page, "delete");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete it for good" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your account is deleted");
    }
}
