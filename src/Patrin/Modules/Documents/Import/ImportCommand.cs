using System.CommandLine;
using System.Globalization;
using Patrin.Modules.Documents.Review;
using Patrin.Platform.Access;
using Patrin.Platform.Cli;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents.Import;

/// <summary>
/// <c>patrin import FILE...</c>. Exit code 0: every file is in (or was already); 1: at least one was refused, the others are in.
/// </summary>
public static class ImportCommand
{
    private static readonly Argument<FileInfo[]> Files = new("FILE") { Description = "Plain text, Markdown, HTML, DOCX or PDF.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Title = new("--title") { Description = "Title; by default the one the file states." };
    private static readonly Option<string?> Publisher = new("--publisher") { Description = "Who published it." };
    private static readonly Option<string?> Address = new("--address") { Description = "Where it was found (https://...). A newer text at a known address replaces the older version." };
    private static readonly Option<string?> Language = new("--language") { Description = "Language tag, for instance en or ro. Default: detected." };
    private static readonly Option<string?> Licence = new("--licence") { Description = "Code of the licence list, for instance CC_BY_4." };
    private static readonly Option<string?> ReadOn = new("--read-on") { Description = "Day it was read, as 2026-11-24. Default: today." };
    private static readonly Option<Guid?> Replaces = new("--replaces") { Description = "Number of the document this is a newer version of." };
    private static readonly Option<bool> AcceptClear = new("--accept-clear") { Description = "Accept the claims that were read with confidence and that no question touches." };

    public static Command Create()
    {
        var command = new Command("import", "Read documents, find the claims in them and keep both.")
        {
            Files, Title, Publisher, Address, Language, Licence, ReadOn, Replaces, AcceptClear,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Files) is { Length: > 1 } && (result.GetValue(Title) is not null || result.GetValue(Replaces) is not null))
                result.AddError("--title and --replaces go with a single file.");
            if (result.GetValue(ReadOn) is { } day && Day(day) is null)
                result.AddError("--read-on needs a day as 2026-11-24.");
        });
        command.SetAction((parse, cancel) => CommandScope.RunAsync(parse, (services, stop) => RunAsync(services, parse, stop), cancel));
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, ParseResult parse, CancellationToken cancel)
    {
        var failed = 0;
        foreach (var file in parse.GetValue(Files)!)
        {
            // One scope a file: what one file leaves in memory never weighs on the next.
            await using var scope = services.CreateAsyncScope();
            if (!await OneAsync(scope.ServiceProvider, file, parse, cancel))
                failed++;
        }

        return failed == 0 ? 0 : 1;
    }

    private static async Task<bool> OneAsync(IServiceProvider services, FileInfo file, ParseResult parse, CancellationToken cancel)
    {
        var texts = services.GetRequiredService<Texts>();
        try
        {
            var outcome = await services.GetRequiredService<ImportDocument>().RunAsync(await RequestAsync(file, parse, cancel), Actor.CommandLine, cancel);
            Console.WriteLine(outcome.AlreadyThere ? texts["{0}: these bytes are here already", file.Name] : texts["{0}: imported", file.Name]);
            if (parse.GetValue(AcceptClear))
                await AcceptAsync(services, texts, outcome.Document, cancel);
            foreach (var line in await services.GetRequiredService<ImportAccount>().OfAsync(outcome.Document, cancel))
                Console.WriteLine(line);
            if (outcome.Differences is { } d)
                Console.WriteLine(texts["  Replaces {0}: {1} the same, {2} changed, {3} new, {4} gone, {5} facts now stale", d.Older, d.Same, d.Changed, d.New, d.Gone, d.Stale]);
            return true;
        }
        catch (RuleBroken broken)
        {
            await Console.Error.WriteLineAsync(texts["{0}: {1}", file.Name, texts[broken.Message, [.. broken.Arguments]]]);
            return false;
        }
    }

    private static async Task<ImportRequest> RequestAsync(FileInfo file, ParseResult parse, CancellationToken cancel) =>
        new(await BytesAsync(file, cancel), file.Name)
        {
            Title = parse.GetValue(Title),
            Publisher = parse.GetValue(Publisher),
            Address = parse.GetValue(Address),
            Language = parse.GetValue(Language),
            Licence = parse.GetValue(Licence),
            ReadOn = parse.GetValue(ReadOn) is { } day ? Day(day) : null,
            Supersedes = parse.GetValue(Replaces),
            FromCommandLine = true,
        };

    /// <summary>Never more bytes in memory than the limit for plain text; a larger file is refused by its size.</summary>
    private static async Task<byte[]> BytesAsync(FileInfo file, CancellationToken cancel)
    {
        var most = Extraction.ExtractionLimits.CommandLine.MaxPlainTextBytes;
        if (file.Exists && file.Length > most)
            throw new RuleBroken(RefusalTexts.Field, "The file is too large. Files up to {0} MB can be read; take a part of it, or paste the text.", most >> 20);
        try
        {
            return await File.ReadAllBytesAsync(file.FullName, cancel);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new RuleBroken(RefusalTexts.Field, "The file cannot be opened. Check its name and whether you may read it.");
        }
    }

    private static async Task AcceptAsync(IServiceProvider services, Texts texts, Guid document, CancellationToken cancel)
    {
        try
        {
            var (_, count) = await services.GetRequiredService<AcceptClearClaims>().RunAsync(document, null, Actor.CommandLine, cancel);
            Console.WriteLine("  " + texts.Plural(count, "{0} clear claim accepted", "{0} clear claims accepted"));
        }
        catch (RuleBroken nothingLeft)
        {
            Console.WriteLine("  " + texts[nothingLeft.Message]);
        }
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
