using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Patrin.BrowserTests.EveryPage;

/// <summary>Walks the site by its own links and keeps a few addresses of each kind of page.</summary>
public static partial class Crawl
{
    private const int PerKind = 2;
    private const int MostPages = 400;

    private static IReadOnlyList<string>? _found;

    /// <summary>Addresses without the language, in the order found. The site does not change between tests: it is walked once.</summary>
    public static async Task<IReadOnlyList<string>> KindsOfPagesAsync(IBrowserContext window) => _found ??= await WalkAsync(window);

    private static async Task<IReadOnlyList<string>> WalkAsync(IBrowserContext window)
    {
        var queue = new Queue<string>(["/"]);
        var seen = new HashSet<string>(queue, StringComparer.Ordinal);
        var perKind = new Dictionary<string, int>(StringComparer.Ordinal);
        var pages = new List<string>();
        while (queue.TryDequeue(out var path) && seen.Count < MostPages)
        {
            var kind = Kind(path);
            if (perKind.GetValueOrDefault(kind) >= PerKind)
                continue;
            var response = await window.APIRequest.GetAsync("/en" + path);
            Assert.True(response.Ok, $"{path} is linked and answers {response.Status}");
            if (!response.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
                continue;
            perKind[kind] = perKind.GetValueOrDefault(kind) + 1;
            pages.Add(path);
            foreach (Match link in Link().Matches(await response.TextAsync()))
            {
                var target = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (target.StartsWith("/en/", StringComparison.Ordinal) && seen.Add(target[3..]))
                    queue.Enqueue(target[3..]);
            }
        }

        return pages;
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
