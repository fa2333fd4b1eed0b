using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

/// <summary>What a writer works on: an account, an organisation it publishes for, a document with two claims.</summary>
internal sealed record Desk(int Number, string Cookie, Guid Account, Guid Organisation, Guid Document, IReadOnlyList<Guid> Claims);

/// <summary>Somebody who works without a pause, one kind of write after another.</summary>
internal sealed class Writer(Desk desk)
{
    public static readonly string[] Kinds = ["import", "upload", "decision", "description", "organisation", "report", "choice", "name", "join"];

    private static readonly string[] Paces = ["AtOnce", "Daily", "Weekly", "None"];

    private readonly Dictionary<Guid, int> _versions = [];
    private int _step;
    private string _token = "", _formCookie = "";

    public Desk Desk => desk;

    public Slot Name { get; } = new("Writer " + desk.Number);

    public Slot Choice { get; } = new("");

    /// <summary>What was acknowledged, by the number under which it was sent.</summary>
    public ConcurrentDictionary<string, Acknowledged> ByNumber { get; } = new();

    public ICollection<Acknowledged> Done => ByNumber.Values;

    /// <summary>What was not acknowledged although the server lived, and the last answer.</summary>
    public ConcurrentDictionary<(string To, int Status), string> Refused { get; } = new();

    /// <summary>Works until told to stop or the server is gone.</summary>
    public async Task WorkAsync(ServerProcess server, CancellationToken stop)
    {
        using var browser = server.Browser();
        try
        {
            await OpenFormAsync(browser, stop);
            while (!stop.IsCancellationRequested)
                await StepAsync(browser, stop);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            // The server was killed in the middle: whether this write is there is not promised.
        }
    }

    /// <summary>One write, acknowledged or refused.</summary>
    public async Task StepAsync(HttpClient browser, CancellationToken stop)
    {
        if (_token.Length == 0)
            await OpenFormAsync(browser, stop);
        // Each begins with another kind, and goes on after a kill where it was: all kinds come into every round.
        var step = ++_step + desk.Number;
        var words = string.Create(CultureInfo.InvariantCulture, $"Writer {desk.Number} step {step}");
        var done = Kinds[step % Kinds.Length] switch
        {
            "import" => await SendAsync(browser, "/en/import", new("import", words), [("Form.Title", words), ("Form.Text", Text(words))], stop),
            "upload" => await SendAsync(browser, "/en/import", new("upload", words), [("Form.Title", words)], stop, Encoding.UTF8.GetBytes(Text(words))),
            "decision" => await DecideAsync(browser, step, stop),
            "description" => await SendAsync(browser, $"/en/sources/{desk.Document}/describe", new("description", words), [("Form.Title", words), ("Form.Language", "en")], stop),
            "organisation" => await EditAsync(browser, words, stop),
            "report" => await SendAsync(browser, "/en/report", new("report", words),
                [("Form.About", $"organisation:{desk.Organisation}"), ("Form.Reason", "WRONG_FACT"), ("Form.Details", words), ("Form.GoodFaith", "true")], stop),
            "choice" => await ChooseAsync(browser, step, stop),
            "name" => await RenameAsync(browser, words, stop),
            _ => await SendAsync(browser, "/en/join", new("join", $"writer.{desk.Number}.step.{step}@example.org"),
                [("Form.Name", $"House of writer {desk.Number} step {step}"), ("Form.ActorType", "MUNICIPALITY"), ("Form.Country", "BG"), ("Form.AskerName", "Somebody"),
                 ("Form.Mail", $"writer.{desk.Number}.step.{step}@example.org"), ("Form.Language", "en"), ("Form.Why", "We want to learn from other towns.")], stop),
        };
        if (done is not null)
            ByNumber[Number] = done;
    }

    private string Number => string.Create(CultureInfo.InvariantCulture, $"{desk.Number}.{_step}");

    /// <summary>After a start: the versions as they are stored, whatever became of the last write.</summary>
    public void Know(IReadOnlyDictionary<Guid, int> versions)
    {
        foreach (var record in (IEnumerable<Guid>)[.. desk.Claims, desk.Organisation])
            _versions[record] = versions.GetValueOrDefault(record);
    }

    private static string Text(string words) => words + ". It is a town in Slovakia. It has 12,400 inhabitants.";

    private async Task<Acknowledged?> DecideAsync(HttpClient browser, int step, CancellationToken stop)
    {
        var claim = desk.Claims[step % 2];
        var version = _versions.GetValueOrDefault(claim, 1);
        var what = version % 2 == 0 ? "REOPEN" : step % 2 == 0 ? "ACCEPT" : "REJECT";
        var done = await SendAsync(browser, $"/en/import/{desk.Document}?handler=decide", new("decision", string.Create(CultureInfo.InvariantCulture, $"{claim.ToString().ToUpperInvariant()} {version + 1}")),
            [("claim", claim.ToString()), ("version", version.ToString(CultureInfo.InvariantCulture)), ("what", what), ("reason", "It was looked up.")], stop);
        if (done is not null)
            _versions[claim] = version + 1;
        return done;
    }

    private async Task<Acknowledged?> EditAsync(HttpClient browser, string words, CancellationToken stop)
    {
        var version = _versions.GetValueOrDefault(desk.Organisation);
        var done = await SendAsync(browser, $"/en/organisations/{desk.Organisation}/edit", new("organisation", words),
            [("version", version.ToString(CultureInfo.InvariantCulture)), ("Form.Name", $"Town of writer {desk.Number}"), ("Form.ActorType", "MUNICIPALITY"), ("Form.Country", "BG"), ("Form.About", words)], stop);
        if (done is not null)
            _versions[desk.Organisation] = version + 1;
        return done;
    }

    private async Task<Acknowledged?> ChooseAsync(HttpClient browser, int step, CancellationToken stop)
    {
        // Four topics, four answers: the number of the step, written with the answers.
        string[] paces = [Paces[step % 4], Paces[step / 4 % 4], Paces[step / 16 % 4], Paces[step / 64 % 4]];
        var value = string.Join(' ', paces);
        Choice.Sent(value);
        var done = await SendAsync(browser, "/en/notifications/settings", new("choice", value), [("organisation", paces[0]), ("moderation", paces[1]), ("tasks", paces[2]), ("records", paces[3])], stop);
        if (done is not null)
            Choice.Acknowledge(value);
        return done;
    }

    private async Task<Acknowledged?> RenameAsync(HttpClient browser, string words, CancellationToken stop)
    {
        Name.Sent(words);
        var done = await SendAsync(browser, "/en/account", new("name", words), [("Name", words), ("Language", "en")], stop);
        if (done is not null)
            Name.Acknowledge(words);
        return done;
    }

    /// <summary>What was to be written, when the answer acknowledges it.</summary>
    private async Task<Acknowledged?> SendAsync(HttpClient browser, string to, Acknowledged what, (string Name, string Value)[] fields, CancellationToken stop, byte[]? file = null)
    {
        using var content = new MultipartFormDataContent { { new StringContent(_token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        if (file is not null)
            content.Add(new ByteArrayContent(file), "Form.File", what.Value + ".txt");
        using var request = new HttpRequestMessage(HttpMethod.Post, to) { Content = content };
        request.Headers.Add("Cookie", $"{desk.Cookie}; {_formCookie}");
        // A trace of the system's calls tells by it which request an answer belongs to.
        request.Headers.Add("X-Write", Number + ".");
        using var response = await browser.SendAsync(request, stop);
        if (response.StatusCode == HttpStatusCode.Found)
            return what;
        Refused[(to, (int)response.StatusCode)] = $"Retry-After: {response.Headers.RetryAfter}; {await response.Content.ReadAsStringAsync(stop)}";
        return null;
    }

    private async Task OpenFormAsync(HttpClient browser, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/account");
        request.Headers.Add("Cookie", desk.Cookie);
        using var response = await browser.SendAsync(request, stop);
        response.EnsureSuccessStatusCode();
        _formCookie = response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        _token = Html.Parse(await response.Content.ReadAsStringAsync(stop)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
    }
}
