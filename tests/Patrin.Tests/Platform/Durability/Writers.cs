using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Documents.Import;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

/// <summary>A write that the server has acknowledged, and the question that finds it in the database: it must answer 1.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Question">SQL that counts.</param>
/// <param name="Value">Its only parameter.</param>
/// <param name="At">When the answer was there.</param>
internal sealed record Acknowledged(string Kind, string Question, string Value, DateTime At);

/// <summary>
/// Somebody who works without a pause: reads documents in, as text and as file, decides about facts one by one and all at once,
/// takes decisions back and corrects descriptions.
/// </summary>
internal sealed class Writer(int number, string cookie, Guid document, IReadOnlyList<Guid> claims)
{
    public const int Kinds = 7;

    private int _step;
    private string _token = "", _formCookie = "";
    private readonly Dictionary<Guid, int> _versions = [];

    public async Task WorkAsync(ServerProcess server, ConcurrentBag<Acknowledged> done, CancellationToken stop)
    {
        using var browser = server.Browser();
        try
        {
            await TokenAsync(browser, stop);
            while (!stop.IsCancellationRequested)
                await StepAsync(browser, done, stop);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed in the middle: whether this write is there is not promised.
            _versions.Clear();
        }
    }

    public async Task StepAsync(HttpClient browser, ConcurrentBag<Acknowledged> done, CancellationToken stop)
    {
        if (_token.Length == 0)
            await TokenAsync(browser, stop);
        var step = ++_step;
        var name = string.Create(CultureInfo.InvariantCulture, $"Writer {number} step {step}");
        Acknowledged? written = (step % Kinds) switch
        {
            1 => await ImportAsync(browser, name, asFile: false, stop),
            2 => await DecideAsync(browser, claims[0], DecisionKind.Accept, stop),
            3 => await DescribeAsync(browser, name, stop),
            4 => await DecideAsync(browser, claims[1], DecisionKind.Reject, stop),
            5 => await ImportAsync(browser, name, asFile: true, stop),
            6 => await DecideAsync(browser, claims[0], DecisionKind.Reopen, stop),
            _ => await DecideAsync(browser, claims[1], DecisionKind.Reopen, stop),
        };
        if (written is not null)
            done.Add(written);
    }

    private async Task<Acknowledged?> ImportAsync(HttpClient browser, string name, bool asFile, CancellationToken stop)
    {
        var text = name + ". It is a town in Slovakia. It has 12,400 inhabitants.";
        using var content = Form([("Form.Title", name), .. asFile ? Array.Empty<(string, string)>() : [("Form.Text", text)]]);
        if (asFile)
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Form.File", name + ".txt");
        var response = await SendAsync(browser, "/en/import", content, stop);
        return response is null ? null : new(asFile ? "upload" : "import", "SELECT count(*) FROM documents WHERE title = $value", name, DateTime.UtcNow);
    }

    private async Task<Acknowledged?> DescribeAsync(HttpClient browser, string name, CancellationToken stop)
    {
        using var content = Form([("Form.Title", name), ("Form.Language", "en")]);
        var response = await SendAsync(browser, $"/en/sources/{document}/describe", content, stop);
        // A later description, acknowledged or not, may have taken its place: the audit trail and the versions keep this one.
        return response is null ? null : new("describe", "SELECT count(*) > 0 FROM record_versions WHERE fields LIKE '%' || $value || '\"%'", name, DateTime.UtcNow);
    }

    private async Task<Acknowledged?> DecideAsync(HttpClient browser, Guid claim, DecisionKind kind, CancellationToken stop)
    {
        var version = _versions.GetValueOrDefault(claim, 0);
        using var content = Form([("claim", claim.ToString()), ("version", version.ToString(CultureInfo.InvariantCulture)), ("what", kind.ToString().ToUpperInvariant()), ("reason", "It was looked up.")]);
        var response = await SendAsync(browser, $"/en/import/{document}?handler=decide", content, stop);
        if (response is null)
            return null;
        _versions[claim] = version + 1;
        return new(kind.ToString(), "SELECT count(*) FROM claim_decisions WHERE upper(claim_id) || ' ' || version = $value", string.Create(CultureInfo.InvariantCulture, $"{claim.ToString().ToUpperInvariant()} {version + 1}"), DateTime.UtcNow);
    }

    private MultipartFormDataContent Form(IEnumerable<(string Name, string Value)> fields)
    {
        var content = new MultipartFormDataContent { { new StringContent(_token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return content;
    }

    /// <summary>The answer when it acknowledges; a conflict teaches the version of the fact.</summary>
    private async Task<HttpResponseMessage?> SendAsync(HttpClient browser, string to, HttpContent content, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
        request.Headers.Add("Cookie", $"{cookie}; {_formCookie}");
        var response = await browser.SendAsync(request, stop);
        if (response.StatusCode == HttpStatusCode.Found)
            return response;
        Refused[(to, (int)response.StatusCode)] = await response.Content.ReadAsStringAsync(stop);
        return null;
    }

    /// <summary>What was not acknowledged although the server lived; for the message of a failing test.</summary>
    public ConcurrentDictionary<(string To, int Status), string> Refused { get; } = new();

    public void Know(Guid claim, int version) => _versions[claim] = version;

    public IReadOnlyList<Guid> Claims => claims;

    private async Task TokenAsync(HttpClient browser, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/import");
        request.Headers.Add("Cookie", cookie);
        var response = await browser.SendAsync(request, stop);
        response.EnsureSuccessStatusCode();
        _formCookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        _token = Html.Parse(await response.Content.ReadAsStringAsync(stop)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }

    /// <summary>Makes a data directory with a claimed site, and the writers' accounts and documents in it.</summary>
    public static async Task<IReadOnlyList<Writer>> PrepareAsync(string data, int count)
    {
        await using var services = await PatrinApp.OpenForCommandAsync(PatrinOptions.From(data), TestContext.Current.CancellationToken);
        People.Claim(services);
        var writers = new List<Writer>();
        for (var i = 0; i < count; i++)
        {
            var cookie = "patrin=" + People.SignIn(services, new TestPerson($"Writer {i}", NetworkRole.Curator));
            await using var scope = services.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<ImportDocument>().RunAsync(
                new(Encoding.UTF8.GetBytes(DocumentsSite.Profile("Dlhanice" + (char)('a' + i))), "profile.md") { Title = "Profile", Language = "en" }, People.Curator, TestContext.Current.CancellationToken);
            var claims = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<Claim>().Where(c => c.DocumentId == outcome.Document && c.Kind != ClaimKind.Population).OrderBy(c => c.Number).Select(c => c.Id).Take(2).ToListAsync();
            var writer = new Writer(i, cookie, outcome.Document, claims);
            using var stored = new StoredData(Path.Combine(data, "patrin.db"));
            foreach (var claim in claims)
                writer.Know(claim, stored.Version(claim));
            writers.Add(writer);
        }

        return writers;
    }
}
