using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Patrin.BrowserTests.Support;

namespace Patrin.BrowserTests.EveryPage;

/// <summary>What holds for every page that a reader can reach by links, in a real browser.</summary>
public sealed class EveryPageTests(Chromium chromium)
{
    [Fact]
    public async Task Every_page_passes_axe_and_asks_no_other_host_and_breaks_no_policy()
    {
        await using var window = await chromium.WindowAsync();
        var faults = new List<string>();
        var page = await window.NewPageAsync();
        var current = "";
        page.Request += (_, r) =>
        {
            if (!r.Url.StartsWith(chromium.Address, StringComparison.Ordinal) && !r.Url.StartsWith("data:", StringComparison.Ordinal))
                faults.Add($"{current}: request to {r.Url}");
        };
        page.Console += (_, m) =>
        {
            if (m.Type == "error")
                faults.Add($"{current}: {m.Text}");
        };
        foreach (var path in await Crawl.KindsOfPagesAsync(chromium))
        {
            current = path.ToString();
            await chromium.LookThroughTheEyesOfAsync(window, path.Reader);
            await page.GotoAsync("/en" + path.Path);
            faults.AddRange((await page.RunAxe(Rules)).Violations.Select(v => $"{path}: {v.Id} {v.Help} ({v.Nodes.Length}) {v.Nodes[0].Html}"));
            if (await page.Locator("h1").CountAsync() != 1)
                faults.Add($"{path}: not one h1");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)));
    }

    [Fact]
    public async Task Every_page_passes_axe_in_the_dark_and_in_another_language()
    {
        await using var window = await chromium.WindowAsync(width: 390, dark: true);
        var faults = new List<string>();
        var page = await window.NewPageAsync();
        foreach (var path in await Crawl.KindsOfPagesAsync(chromium))
        {
            await chromium.LookThroughTheEyesOfAsync(window, path.Reader);
            await page.GotoAsync("/hu" + path.Path);
            faults.AddRange((await page.RunAxe(Rules)).Violations.Select(v => $"{path}: {v.Id} {v.Help} ({v.Nodes.Length}) {v.Nodes[0].Html}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)));
    }

    [Fact]
    public async Task No_page_scrolls_sideways_on_a_small_phone()
    {
        await using var window = await chromium.WindowAsync(width: 320, javaScript: false);
        var faults = new List<string>();
        var page = await window.NewPageAsync();
        var session = await window.NewCDPSessionAsync(page);
        foreach (var path in await Crawl.KindsOfPagesAsync(chromium))
        {
            await chromium.LookThroughTheEyesOfAsync(window, path.Reader);
            foreach (var language in new[] { "en", "hu", "ro" })
            {
                await page.GotoAsync($"/{language}{path.Path}");
                var size = await session.SendAsync("Page.getLayoutMetrics");
                var width = size!.Value.GetProperty("cssContentSize").GetProperty("width").GetDouble();
                if (width > 320.5)
                    faults.Add($"/{language}{path}: {width} px wide");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(60)));
    }

    [Fact]
    public async Task The_first_view_of_every_page_weighs_less_than_150_kilobytes()
    {
        var faults = new List<string>();
        foreach (var path in await Crawl.KindsOfPagesAsync(chromium))
        {
            await using var visitor = await chromium.WindowAsync();
            await chromium.LookThroughTheEyesOfAsync(visitor, path.Reader);
            var page = await visitor.NewPageAsync();
            var session = await visitor.NewCDPSessionAsync(page);
            await session.SendAsync("Network.enable");
            var bytes = 0.0;
            session.Event("Network.loadingFinished").OnEvent += (_, e) => bytes += e!.Value.GetProperty("encodedDataLength").GetDouble();
            await page.GotoAsync("/en" + path.Path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            if (bytes is 0 or > 150_000)
                faults.Add($"{path}: {bytes / 1000:0} kB");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static Deque.AxeCore.Commons.AxeRunOptions Rules => new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };
}
