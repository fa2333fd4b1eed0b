using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Factors;
using Patrin.Platform.Mail;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts;

/// <summary>Somebody at a browser without JavaScript: reads pages, fills in forms, reads their mail.</summary>
internal sealed partial class Person(Site site, string name)
{
    public HttpClient Browser { get; } = site.Visitor();

    public string Mail { get; } = new TestPerson(name).Mail;

    /// <summary>Key of the authenticator app, when one was set up.</summary>
    public byte[] Key { get; private set; } = [];

    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The cookie of the last passkey challenge.</summary>
    public string? Challenge { get; private set; }

    /// <summary>A code that was not used before: the clock goes on by one step.</summary>
    public string NextCode()
    {
        var clock = ((IPeopleSite)site).Clock;
        clock.Advance(TimeSpan.FromSeconds(Totp.Seconds));
        return Totp.Code(Key, Totp.StepAt(clock.GetUtcNow().UtcDateTime));
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Browser.GetAsync(new Uri("/en" + path, UriKind.Relative), Cancel);

    public async Task<IHtmlDocument> PageAsync(string path) => Html.Parse(await (await GetAsync(path)).Content.ReadAsStringAsync(Cancel));

    /// <summary>Fills in the form of a page that posts to <paramref name="to"/> (the page itself when null).</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string? to, params (string Name, string Value)[] fields)
    {
        var document = await PageAsync(page);
        var token = document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await Browser.PostAsync(new Uri("/en" + (to ?? page), UriKind.Relative), content, Cancel);
    }

    /// <summary>What a script of a page calls, with the form token of that page.</summary>
    public async Task<HttpResponseMessage> CallAsync(string path, string token, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/en" + path, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("RequestVerificationToken", token);
        var answer = await Browser.SendAsync(request, Cancel);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set) && set.FirstOrDefault(c => c.StartsWith("patrin-challenge=", StringComparison.Ordinal)) is { } kept)
            Challenge = kept.Split(';')[0];
        return answer;
    }

    public Task<HttpResponseMessage> PasswordAsync(string? password = null, string next = "/account") =>
        PostAsync("/sign-in", null, ("Mail", Mail), ("Password", password ?? Password), ("next", next));

    public Task<HttpResponseMessage> CodeAsync(string code) => PostAsync("/sign-in/code", null, ("Code", code));

    public async Task<bool> IsInAsync() => (await GetAsync("/account")).StatusCode == HttpStatusCode.OK;

    public async Task SetAuthenticatorAsync()
    {
        var page = await PageAsync("/account/security/authenticator");
        Key = FromBase32(page.QuerySelector(".key-text")!.TextContent);
        var answer = await PostAsync("/account/security/authenticator?same", "/account/security/authenticator", ("Key", ((IHtmlInputElement)page.QuerySelector("input[name=Key]")!).Value), ("Code", NextCode()));
        Codes = [.. Html.Parse(await answer.Content.ReadAsStringAsync(Cancel)).QuerySelectorAll(".codes code").Select(c => c.TextContent)];
        Assert.Equal(ChangeFactors.Codes, Codes.Count);
    }

    /// <summary>The path of the last link that came by mail, without language.</summary>
    public async Task<string> LinkAsync(string? mail = null)
    {
        await site.RunTaskAsync("asked-mails");
        var to = mail ?? Mail;
        var body = await site.RowsAsync(db => db.Set<MailMessage>().Where(m => m.To == to).OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id).Select(m => m.Body).FirstAsync(Cancel));
        var link = Link().Match(body).Value;
        Assert.StartsWith("http://localhost/en/", link, StringComparison.Ordinal);
        return link["http://localhost/en".Length..];
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => byte.Parse(bits.AsSpan(i * 8, 8), NumberStyles.BinaryNumber, CultureInfo.InvariantCulture))];
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Link();
}
