using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Patrin.Tests.Support;

/// <summary>The built program as the operator starts it: a process of its own on a free port.</summary>
public sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    public IReadOnlyList<string> Lines => [.. _lines];

    public int? ExitCode => _process.HasExited ? _process.ExitCode : null;

    public static string Program => Path.Combine(AppContext.BaseDirectory, "patrin.dll");

    /// <summary>Starts it; <paramref name="before"/> stands before the program (strace, setpriv).</summary>
    public static ServerProcess Start(string data, string[]? before = null, string[]? more = null, bool allowRoot = true, string host = "127.0.0.1", params (string Name, string Value)[] environment)
    {
        var port = FreePort();
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
        string[] line = [.. before ?? [], "dotnet", Program, "--data", data, "--urls", address.ToString().TrimEnd('/').Replace("127.0.0.1", host, StringComparison.Ordinal), "--limit-factor", "10000", .. allowRoot ? new[] { "--allow-root" } : [], .. more ?? []];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/tmp" };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var server = new ServerProcess(new Process { StartInfo = start }, address);
        server._process.OutputDataReceived += (_, e) => server.Keep(e.Data);
        server._process.ErrorDataReceived += (_, e) => server.Keep(e.Data);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        return server;
    }

    /// <summary>Waits until it answers; fails with its output when it ends instead.</summary>
    public async Task<TimeSpan> ReadyAsync()
    {
        var watch = Stopwatch.StartNew();
        while (!_lines.Any(l => l.StartsWith("Patrin is at", StringComparison.Ordinal)))
        {
            Assert.False(_process.HasExited, "It ended: " + string.Join('\n', _lines));
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), "Not ready: " + string.Join('\n', _lines));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return watch.Elapsed;
    }

    /// <summary>Waits for a line of its output.</summary>
    public async Task<string> LineAsync(string part)
    {
        for (var i = 0; i < 1000; i++)
        {
            if (_lines.FirstOrDefault(l => l.Contains(part, StringComparison.Ordinal)) is { } line)
                return line;
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"No line with {part}: " + string.Join('\n', _lines));
    }

    /// <summary>Waits for the end and answers the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>As a power switch: SIGKILL.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public HttpClient Browser(string? cookie = null)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1) }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(20) };
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        if (cookie is not null)
            browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return browser;
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
            _lines.Enqueue(line);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
