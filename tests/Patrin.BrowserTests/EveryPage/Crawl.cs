using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Patrin.BrowserTests.Support;

namespace Patrin.BrowserTests.EveryPage;

/// <summary>A page and somebody who can see it.</summary>
/// <param name="Reader">Key of an example person of the demo network; empty for somebody without an account.</param>
/// <param name="Path">Address without the language.</param>
public sealed record SeenPage(string Reader, string Path)
{
    public override string ToString() => Reader.Length == 0 ? Path : $"{Path} (as {Reader})";
}

/// <summary>Walks the site by its own links, as a visitor and through the eyes of the example people, and keeps a few addresses of each kind of page.</summary>
public static partial class Crawl
{
    private const int PerKind = 2;
    private const int MostPages = 400;

    /// <summary>Whose links lead to pages that the ones before do not see.</summary>
    public static readonly IReadOnlyList<string> Readers = ["", "officer", "curator", "secretariat", "moderator", "administrator"];

    private static IReadOnlyList<SeenPage>? _found;

    /// <summary>The pages in the order found. The site does not change between tests: it is walked once.</summary>
    public static async Task<IReadOnlyList<SeenPage>> KindsOfPagesAsync(Chromium chromium)
    {
        if (_found is not null)
            return _found;
        var perKind = new Dictionary<string, int>(StringComparer.Ordinal);
        var pages = new List<SeenPage>();
        foreach (var reader in Readers)
        {
            await using var window = await chromium.WindowAsync();
            await chromium.LookThroughTheEyesOfAsync(window, reader);
            await WalkAsync(window, reader, perKind, pages);
        }

        return _found = pages;
    }

    /// <summary>The pages that one reader of any site reaches, of kinds that were not seen often enough.</summary>
    public static async Task<IReadOnlyList<SeenPage>> PagesOfAsync(IBrowserContext window, string reader, Dictionary<string, int> perKind)
    {
        var pages = new List<SeenPage>();
        await WalkAsync(window, reader, perKind, pages);
        return pages;
    }

    private static async Task WalkAsync(IBrowserContext window, string reader, Dictionary<string, int> perKind, List<SeenPage> pages)
    {
        var queue = new Queue<string>(["/"]);
        var seen = new HashSet<string>(queue, StringComparer.Ordinal);
        while (queue.TryDequeue(out var path) && seen.Count < MostPages)
        {
            var kind = Kind(path);
            // The start page is the way in for everybody.
            if (perKind.GetValueOrDefault(kind) >= PerKind && path != "/")
                continue;
            var response = await window.APIRequest.GetAsync("/en" + path);
            Assert.True(response.Ok, $"{new SeenPage(reader, path)} is linked and answers {response.Status}");
            if (!response.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
                continue;
            perKind[kind] = perKind.GetValueOrDefault(kind) + 1;
            pages.Add(new(reader, path));
            foreach (Match link in Link().Matches(await response.TextAsync()))
            {
                var target = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (target.StartsWith("/en/", StringComparison.Ordinal) && seen.Add(target[3..]))
                    queue.Enqueue(target[3..]);
            }
        }
    }

    /// <summary>Addresses that differ only in ids, slugs or values of the same filters are one kind.</summary>
    private static string Kind(string path)
    {
        var parts = path.Split('?', 2);
        var segments = parts[0].Split('/').Select((s, i) => i > 1 && (s.Any(char.IsDigit) || i == 2) ? "*" : s);
        var filters = parts.Length == 1 ? "" : "?" + string.Join('&', parts[1].Split('&').Select(p => p.Split('=')[0]).Distinct().Order());
        return string.Join('/', segments) + filters;
    }

    [GeneratedRegex("<a [^>]*?href=\"([^\"]+)\"")]
    private static partial Regex Link();
}
