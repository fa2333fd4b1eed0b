using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Patrin.BrowserTests.Support;
using Patrin.Modules.People;
using Patrin.Modules.People.Factors;
using Patrin.Platform.Data;
using Patrin.Tests.Support;
using Hashing = Patrin.Modules.People.Passwords.Passwords;

namespace Patrin.BrowserTests.Journeys;

/// <summary>The phone with the authenticator app is gone: a recovery code opens the account, a new app takes the place of the old one.</summary>
public sealed class LostPhoneTests(Chromium chromium)
{
    private const string Password = "velvet tractor nine moons";
    private static readonly TestPerson Owner = new("Clerk without phone");

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task R27_somebody_who_lost_the_phone_gets_in_with_a_recovery_code_and_sets_up_a_new_app(bool javaScript, int width)
    {
        using var site = new SqliteSite();
        var address = Chromium.Start(site);
        await using var office = await chromium.WindowAsync(width, javaScript, address: address);
        await Chromium.SignInAsync(office, site, address, Owner);
        await SetPasswordAsync(site);
        var before = await office.NewPageAsync();
        await before.GotoAsync("/en/account/security");
        await before.GetByRole(AriaRole.Link, new() { Name = "Set up an authenticator app" }).ClickAsync();
        await Chromium.PictureAsync(before, "app-set-up");
        var (oldKey, oldCodes) = await SetUpAsync(before);

        await using var home = await chromium.WindowAsync(width, javaScript, address: address);
        var page = await home.NewPageAsync();
        await WithPasswordAsync(page);
        await Chromium.PictureAsync(page, "lost-code");
        await CodeAsync(page, oldCodes[0]);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Security");
        await Assertions.Expect(page.GetByText("9 recovery codes are left.")).ToBeVisibleAsync();
        await Chromium.PictureAsync(page, "lost-security");
        await page.Locator("summary", new() { HasText = "Remove the app" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove the app" }).ClickAsync();
        await Assertions.Expect(page.GetByText("It was removed. Your other sessions have ended.")).ToBeVisibleAsync();
        await Chromium.PictureAsync(page, "lost-removed");
        await Assertions.Expect(page.GetByText("recovery codes are left.")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Set up an authenticator app" }).ClickAsync();
        var (newKey, newCodes) = await SetUpAsync(page, picture: true);
        Assert.NotEqual(oldKey, newKey);
        Assert.Empty(newCodes.Intersect(oldCodes));
        await page.GetByRole(AriaRole.Link, new() { Name = "I have kept them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("10 recovery codes are left.")).ToBeVisibleAsync();

        await before.GotoAsync("/en/account");
        await Assertions.Expect(before.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
        await OnlyTheNewOpensAsync(before, oldKey, oldCodes, newKey);
    }

    /// <summary>What was on the lost phone, and the old codes, open nothing; the new app does.</summary>
    private static async Task OnlyTheNewOpensAsync(IPage page, byte[] oldKey, IReadOnlyList<string> oldCodes, byte[] newKey)
    {
        await WithPasswordAsync(page);
        foreach (var old in new[] { CodeOf(oldKey), oldCodes[1] })
        {
            await CodeAsync(page, old);
            await Assertions.Expect(page.Locator(".errsum")).ToContainTextAsync("This code is not right or was used before.");
        }
        await Chromium.PictureAsync(page, "lost-old-code");
        await CodeAsync(page, CodeOf(newKey));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Security");
    }

    private static async Task<(byte[] Key, IReadOnlyList<string> Codes)> SetUpAsync(IPage page, bool picture = false)
    {
        var key = FromBase32(await page.Locator(".key-text").InnerTextAsync());
        await page.GetByLabel("The six digits").FillAsync(CodeOf(key, later: 0));
        await page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Keep these recovery codes");
        if (picture)
            await Chromium.PictureAsync(page, "lost-new-codes");
        var codes = await page.Locator(".codes code").AllInnerTextsAsync();
        Assert.Equal(10, codes.Distinct().Count());
        return (key, codes);
    }

    private static async Task WithPasswordAsync(IPage page)
    {
        await page.GotoAsync("/en/sign-in?next=/account/security");
        await page.GetByLabel("Your e-mail address").FillAsync(Owner.Mail);
        await page.GetByLabel("Your password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Enter the code of your authenticator app");
    }

    private static async Task CodeAsync(IPage page, string code)
    {
        await page.GetByLabel("The six digits, or a recovery code").FillAsync(code);
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    /// <summary>What the app shows; the next code by default, because the present one was used to set the app up.</summary>
    private static string CodeOf(byte[] key, int later = 1) => Totp.Code(key, Totp.StepAt(DateTime.UtcNow) + later);

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => byte.Parse(bits.AsSpan(i * 8, 8), NumberStyles.BinaryNumber, CultureInfo.InvariantCulture))];
    }

    private static async Task SetPasswordAsync(SqliteSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var hash = await scope.ServiceProvider.GetRequiredService<Hashing>().HashAsync(Password, TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Accounts.Where(a => a.Email == Owner.Mail)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash), TestContext.Current.CancellationToken);
    }
}
