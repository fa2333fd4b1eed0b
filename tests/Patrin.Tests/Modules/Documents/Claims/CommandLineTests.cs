using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Patrin.Tests.Modules.Documents.Claims;

/// <summary>The verbs as a person runs them: the built program in a process of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("patrin-cli-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Import_gives_an_account_and_export_writes_every_claim_with_offsets_that_fit()
    {
        var text = "𐌰👪 Before the first word.\n\n" + DocumentsSite.Profile("Dlhanice");
        var good = Write("good.md", text);
        var empty = Write("empty.txt", "");
        var (code, output, error) = await RunAsync("import", good, empty, "--accept-clear");
        Assert.Equal(1, code);
        Assert.Contains("good.md: imported", output, StringComparison.Ordinal);
        Assert.Contains("Dlhanice, Slovakia", output, StringComparison.Ordinal);
        Assert.Contains("of the text is accounted for", output, StringComparison.Ordinal);
        Assert.Contains("empty.txt: There is no text in it.", error, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("import", good);
        Assert.Equal(0, code);
        Assert.Contains("these bytes are here already", output, StringComparison.Ordinal);

        (code, output, _) = await RunAsync("export", "claims", "--format", "json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        var runes = text.EnumerateRunes().ToArray();
        var claims = json.RootElement.GetProperty("claims").EnumerateArray().ToList();
        Assert.NotEmpty(claims);
        Assert.All(claims, c => Assert.Equal(c.GetProperty("quote").GetString(), string.Concat(runes[c.GetProperty("start").GetInt32()..c.GetProperty("end").GetInt32()].Select(r => r.ToString()))));
        Assert.Contains(claims, c => c.GetProperty("kind").GetString() == "POPULATION" && c.GetProperty("value").GetProperty("low").GetInt32() == 12_400 && c.GetProperty("subject").GetProperty("country").GetString() == "SK");

        var csv = Path.Combine(_folder.FullName, "claims.csv");
        (code, _, _) = await RunAsync("export", "claims", "--format", "csv", "--out", csv);
        Assert.Equal(0, code);
        Assert.StartsWith("id,document_id,", await File.ReadAllTextAsync(csv, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_use_is_told_with_exit_code_1()
    {
        var (code, _, error) = await RunAsync("export", "claims", "--document", Guid.NewGuid().ToString());
        Assert.Equal(1, code);
        Assert.Contains("There is no document with the number", error, StringComparison.Ordinal);
        (code, _, error) = await RunAsync("import", "nowhere.txt");
        Assert.Equal(1, code);
        Assert.Contains("nowhere.txt: The file cannot be opened.", error, StringComparison.Ordinal);
        (code, _, _) = await RunAsync("import", "a.txt", "--read-on", "yesterday");
        Assert.NotEqual(0, code);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("export", "claims")]
    public async Task Every_verb_answers_help(params string[] verb)
    {
        var (code, output, _) = await RunAsync([.. verb, "--help"]);
        Assert.Equal(0, code);
        Assert.Contains("--data", output, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "patrin.dll"), .. arguments, "--data", _folder.FullName])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = _folder.FullName,
        };
        start.Environment["LANG"] = "en_US.UTF-8";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await output, await error);
    }
}
