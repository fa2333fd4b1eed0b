using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Patrin.Platform;
using Patrin.Platform.Logging;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Logging;

public sealed class LogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("two\r\nlines", "two\\u000D\\u000Alines")]
    [InlineData("\u001b[31mred", "\\u001B[31mred")]
    [InlineData("a\u202Etxt.exe\u2066", "a\\u202Etxt.exe\\u2066")]
    [InlineData("Самоков ș ß", "Самоков ș ß")]
    public void R64_what_would_act_on_a_terminal_stands_as_an_escape(string text, string neutral) => Assert.Equal(neutral, LogText.Neutral(text));

    [Fact]
    public void R64_nobody_forges_a_line_of_the_log_file()
    {
        var folder = Directory.CreateTempSubdirectory("patrin-logs-");
        using (var factory = LoggerFactory.Create(b => b.AddPatrinLogs(new PatrinOptions { DataDirectory = folder.FullName })))
        {
            var logger = factory.CreateLogger("Test");
            logger.LogWarning("Asked for {Path}", "/x\r\n{\"@l\":\"Fatal\"}\u001b[2J\u202E\u2028");
            logger.LogError(new InvalidOperationException("first\nsecond \u0007"), "Went wrong");
        }

        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.FullName, "logs")));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        var lines = File.ReadAllLines(file);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, l => Assert.DoesNotContain(l, c => char.IsControl(c) || c is '\u202E' or '\u2028'));
        Assert.Equal("/x\r\n{\"@l\":\"Fatal\"}\u001b[2J\u202E\u2028", JsonDocument.Parse(lines[0]).RootElement.GetProperty("Path").GetString());
    }

    /// <summary>A whole story of secrets and of people, against the real program: none of it reaches the console or a file of the log.</summary>
    [Fact]
    public async Task R64_no_secret_and_no_person_reaches_a_log()
    {
        var folder = Directory.CreateTempSubdirectory("patrin-logs-");
        using var server = ServerProcess.Start(
            folder.FullName, more: ["--demo"], environment: [("Logging__LogLevel__Default", "Trace"), ("Logging__LogLevel__Microsoft.AspNetCore", "Trace"), ("PATRIN_TRUSTEDPROXIES__0", "127.0.0.1")]);
        await server.ReadyAsync();
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.77");
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Canary-Agent/1 \u001b[31m");
        browser.DefaultRequestHeaders.Add("Cookie", "patrin=CanaryCookie0000000000000000000000000000000");
        await PostAsync("/en/sign-in", ("Mail", "canary.person@example.org"), ("Password", "CanaryPassword-123456"));
        await PostAsync("/en/sign-in/forgotten", ("Mail", "canary.person@example.org"));
        await GetAsync("/en/sign-in/reset/CanaryResetToken00000000000000000000000000000");
        await GetAsync("/en/invitations/CanaryInvitation000000000000000000000000000");
        await GetAsync("/en/report/CanaryReceipt0000000000000000000000000000000");
        await GetAsync("/en/places?q=CanarySearch+Roma+family");
        await GetAsync("/en/nothing%0d%0aCanaryForged: line%1b[31m");
        await GetAsync("/api/v1/claims?key=CanaryKeyInAddress");
        await PostAsync("/en/report", ("Form.Details", "CanaryDetails: the Roma family in the third house"), ("Form.Mail", "canary.reporter@example.org"), ("Form.About", "organisation:x"));
        await PostAsync("/en/import", ("Form.Text", "CanaryBody is Roma"));
        using (var api = new HttpRequestMessage(HttpMethod.Post, "/api/v1/nothing") { Content = new StringContent("{\"a\": \"CanaryJson", Encoding.UTF8, "application/json") })
        {
            api.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "patrin_CanaryApiToken0000000000000000");
            await browser.SendAsync(api, Cancel);
        }

        using (var report = new HttpRequestMessage(HttpMethod.Post, "/content-policy-reports") { Headers = { { "Sec-Fetch-Site", "same-origin" } } })
        {
            report.Content = new StringContent(
                """[{ "body": { "documentURL": "http://x/en/sign-in/reset/CanaryResetToken", "effectiveDirective": "Canary", "blockedURL": "https://evil.example/?CanaryQuery", "sample": "CanarySample" } }]""",
                Encoding.UTF8, "application/reports+json");
            Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(report, Cancel)).StatusCode);
        }

        await server.LineAsync("something else evil.example on /sign-in");
        server.Kill();
        await server.EndAsync();
        // The first event makes the folder; a quiet story needs none.
        var logs = new DirectoryInfo(Path.Combine(folder.FullName, "logs"));
        var files = logs.Exists ? logs.GetFiles().Select(f => File.ReadAllText(f.FullName)) : [];
        var said = string.Join('\n', server.Lines.Concat(files));
        Assert.Contains("Patrin is at", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("203.0.113.77", said, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", said, StringComparison.Ordinal);

        async Task GetAsync(string path) => await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        async Task PostAsync(string path, params (string Name, string Value)[] fields)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
            await browser.SendAsync(request, Cancel);
        }
    }
}
