using System.Diagnostics;
using System.Net;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Settings;

/// <summary>What the operator sees when the program starts, or does not.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("patrin-start-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        Mode("700");
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task R69_the_first_run_prints_a_link_once_and_answers_nothing_else()
    {
        string first;
        using (var server = ServerProcess.Start(_data))
        {
            await server.ReadyAsync();
            first = await server.LineAsync("/setup?token=");
            Assert.Equal(32 - 5, first.Split("token=")[1].Length);
            Assert.Equal(first.Split("token=")[1], (await File.ReadAllTextAsync(Path.Combine(_data, "setup-token"), Cancel)).Trim());
            using var browser = server.Browser();
            foreach (var path in new[] { "/", "/en/", "/en/places", "/api/v1/claims", "/sign-in", "/demo", "/account", "/robots.txt" })
                Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel)).StatusCode);
            if (OperatingSystem.IsLinux())
            {
                foreach (var file in Directory.GetFiles(_data))
                    Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }

        using var again = ServerProcess.Start(_data);
        await again.ReadyAsync();
        Assert.NotEqual(first, await again.LineAsync("/setup?token="));
    }

    [Fact]
    public async Task R69_of_two_people_who_claim_a_running_server_at_once_one_wins()
    {
        using var server = ServerProcess.Start(_data);
        await server.ReadyAsync();
        var token = (await server.LineAsync("/setup?token=")).Split("token=")[1].Trim();
        var people = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(server, token)));
        var answers = await Task.WhenAll(people.Select((p, i) => ClaimAsync(server, p, token, i)));
        Assert.Single(answers, a => a is HttpStatusCode.Found or HttpStatusCode.OK);
        Assert.Equal(7, answers.Count(a => a == HttpStatusCode.NotFound));
        using var visitor = server.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(new Uri("en/setup?token=" + token, UriKind.Relative), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("en/places", UriKind.Relative), Cancel)).StatusCode);
        Assert.False(File.Exists(Path.Combine(_data, "setup-token")));
    }

    private static async Task<(string Cookie, string Form)> OpenAsync(ServerProcess server, string token)
    {
        using var browser = server.Browser();
        var page = await browser.GetAsync(new Uri("en/setup?token=" + token, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var cookie = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        return (cookie, Html.Parse(await page.Content.ReadAsStringAsync(Cancel)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    private static async Task<HttpStatusCode> ClaimAsync(ServerProcess server, (string Cookie, string Form) page, string token, int number)
    {
        using var browser = server.Browser(page.Cookie);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page.Form, ["Token"] = token, ["Form.PublicUrl"] = server.Address.ToString().TrimEnd('/'),
            ["Form.Name"] = "Ana Example", ["Form.Mail"] = $"admin{number}@example.org", ["Form.Password"] = "five quiet words nobody guesses",
        });
        return (await browser.PostAsync(new Uri("en/setup", UriKind.Relative), content, Cancel)).StatusCode;
    }

    [Theory]
    [InlineData("PATRIN_SMPT__HOST", "mail", "PATRIN_SMPT__HOST: there is no setting of this name")]
    [InlineData("PATRIN_PUBLICURL", "http://patrin.example.org", "PublicUrl must begin with https://")]
    [InlineData("PATRIN_TRUSTEDPROXIES__0", "everybody", "TrustedProxies: \"everybody\" is neither")]
    [InlineData("PATRIN_MASTER_KEY", "short", "PATRIN_MASTER_KEY must be 32 bytes")]
    public Task A_setting_that_does_not_fit_stops_the_start(string name, string value, string line) => RefusedAsync(line, environment: (name, value));

    [Fact]
    public async Task Root_a_world_readable_folder_and_development_for_the_world_stop_the_start()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Unix file rights.");
        if (Environment.UserName == "root")
            await RefusedAsync("Patrin does not run as root", allowRoot: false);
        await RefusedAsync("Development mode", host: "0.0.0.0", environment: ("ASPNETCORE_ENVIRONMENT", "Development"));
        Mode("755");
        await RefusedAsync($"Type: chmod 700 {_data}");
    }

    [Fact]
    public async Task R05_a_folder_that_cannot_be_written_stops_the_start_with_its_name()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("Unix file rights.");
        string[]? asSomebody = null;
        if (Environment.UserName == "root")
        {
            Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "Root may write everywhere, and setpriv is not there to be somebody else.");
            asSomebody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp"];
            await Process.Start("chown", ["65534:65534", _data]).WaitForExitAsync(Cancel);
        }

        Mode("500");
        await RefusedAsync($"Patrin cannot write in {_data}", before: asSomebody, allowRoot: false);
    }

    private void Mode(string octal)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_data, (UnixFileMode)Convert.ToInt32(octal, 8));
    }

    private async Task RefusedAsync(string line, string[]? before = null, string host = "127.0.0.1", bool allowRoot = true, params (string, string)[] environment)
    {
        var watch = Stopwatch.StartNew();
        using var server = ServerProcess.Start(_data, before, null, allowRoot, host, environment);
        Assert.Equal(1, await server.EndAsync());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        await server.LineAsync(line);
        Assert.Single(server.Lines);
    }
}
