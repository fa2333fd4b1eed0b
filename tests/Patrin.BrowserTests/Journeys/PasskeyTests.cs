using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Patrin.BrowserTests.Support;
using Patrin.Modules.People;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Tests.Support;

namespace Patrin.BrowserTests.Journeys;

/// <summary>A moderator works with a passkey in a real browser. Wrong answers that no browser gives are tried in the HTTP tests.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    private static readonly TestPerson Moderator = new("Passkey moderator", NetworkRole.Moderator) { SecondFactor = false };

    [Fact]
    public async Task R27_a_moderator_adds_a_passkey_and_needs_nothing_else_from_then_on()
    {
        using var site = new SqliteSite();
        await using var window = await SignedInAsync(site);
        var page = await window.NewPageAsync();
        await KeyRing.AddAsync(page);
        await RegisterAsync(page);
        await Chromium.PictureAsync(page, "passkey-added");

        await SignOutAsync(page);
        await SignInAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
        await page.GotoAsync("/en/moderation");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).Not.ToHaveTextAsync("Security");
        Assert.EndsWith("/en/moderation", page.Url, StringComparison.Ordinal);

        // A quarter of an hour later a sensitive page asks once more; the passkey is proof enough.
        await ForgetProofAsync(site);
        await page.GotoAsync("/en/account/security");
        await Chromium.PictureAsync(page, "passkey-prove");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Security");
    }

    [Fact]
    public async Task R27_a_copy_of_the_passkey_that_falls_behind_is_refused()
    {
        using var site = new SqliteSite();
        await using var window = await SignedInAsync(site);
        var page = await window.NewPageAsync();
        var ring = await KeyRing.AddAsync(page);
        await RegisterAsync(page);
        await SignOutAsync(page);
        await SignInAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
        await SignOutAsync(page);

        await ring.SetCounterAsync(0);
        await SignInAsync(page);
        await RefusedAsync(page);
        await ring.SetCounterAsync(50);
        await SignInAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
    }

    [Fact]
    public async Task R27_without_finger_face_or_pin_nobody_gets_in()
    {
        using var site = new SqliteSite();
        await using var window = await SignedInAsync(site);
        var page = await window.NewPageAsync();
        var ring = await KeyRing.AddAsync(page);
        await RegisterAsync(page);
        await SignOutAsync(page);
        await ring.KnowsTheFingerAsync(false);
        await SignInAsync(page);
        await RefusedAsync(page);
        await Chromium.PictureAsync(page, "passkey-refused");
        await ring.KnowsTheFingerAsync(true);
        await SignInAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My account");
    }

    private async Task<IBrowserContext> SignedInAsync(Site site)
    {
        var address = Chromium.Start(site);
        // A browser gives a passkey's answer to the site's own address only.
        await Chromium.AnswerUnderAsync(site, address);
        var window = await chromium.WindowAsync(1280, address: address);
        await Chromium.SignInAsync(window, site, address, Moderator);
        return window;
    }

    private static async Task RegisterAsync(IPage page)
    {
        await page.GotoAsync("/en/account/security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The passkey was added. Sign in with it from now on.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Name of the passkey")).ToHaveCountAsync(1);
    }

    private static async Task SignOutAsync(IPage page)
    {
        await page.GotoAsync("/en/account");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You have signed out.")).ToBeVisibleAsync();
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.GotoAsync("/en/sign-in?next=/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
    }

    private static async Task RefusedAsync(IPage page)
    {
        await Assertions.Expect(page.GetByText("That did not work. Try again, or use another way below.")).ToBeVisibleAsync();
        await page.GotoAsync("/en/account");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Sign in");
    }

    private static async Task ForgetProofAsync(SqliteSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var before = DateTime.UtcNow.AddMinutes(-15);
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().Sessions
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, before), TestContext.Current.CancellationToken);
    }

    /// <summary>The passkeys of a computer, played by the browser.</summary>
    private sealed class KeyRing(ICDPSession browser, string id)
    {
        public static async Task<KeyRing> AddAsync(IPage page)
        {
            var browser = await page.Context.NewCDPSessionAsync(page);
            await browser.SendAsync("WebAuthn.enable");
            var made = await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true,
                    ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
                },
            });
            return new(browser, made!.Value.GetProperty("authenticatorId").GetString()!);
        }

        public Task<System.Text.Json.JsonElement?> KnowsTheFingerAsync(bool known) =>
            browser.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = known });

        /// <summary>Puts the one passkey back as it was when it had signed that often.</summary>
        public async Task SetCounterAsync(int counter)
        {
            var all = await browser.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id });
            var key = all!.Value.GetProperty("credentials").EnumerateArray().Single().Deserialize<Dictionary<string, object>>()!;
            await browser.SendAsync("WebAuthn.removeCredential", new() { ["authenticatorId"] = id, ["credentialId"] = key["credentialId"] });
            key["signCount"] = counter;
            await browser.SendAsync("WebAuthn.addCredential", new() { ["authenticatorId"] = id, ["credential"] = key });
        }
    }
}
