using System.Text;
using System.Text.RegularExpressions;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

/// <summary>An answer that acknowledges a write: which write, and the call that sent it.</summary>
internal sealed record Answer(string Write, SystemCall Received, SystemCall Sent);

/// <summary>The real program under strace: what it wrote, when it made it durable, when it answered.</summary>
internal static partial class TracedServer
{
    /// <summary>Why there can be no trace here; null when there can.</summary>
    public static async Task<string?> MissingAsync()
    {
        if (!OperatingSystem.IsLinux())
            return "System calls are traced on Linux.";
        if (!File.Exists("/usr/bin/strace"))
            return "strace is not installed.";
        using var tried = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("strace", ["-f", "--seccomp-bpf", "-o", "/dev/null", "true"]) { RedirectStandardError = true })!;
        await tried.WaitForExitAsync(TestContext.Current.CancellationToken);
        return tried.ExitCode == 0 ? null : "strace may not trace here (ptrace is not allowed).";
    }

    /// <summary>Starts it on a data directory, lets <paramref name="work"/> happen, ends it as a power cut would, and reads the trace.</summary>
    public static async Task<IReadOnlyList<SystemCall>> RunAsync(string data, Func<ServerProcess, Task> work)
    {
        var trace = data.TrimEnd('/') + ".trace";
        try
        {
            using (var server = ServerProcess.Start(data, SystemCalls.Command(trace)))
            {
                await server.ReadyAsync();
                await work(server);
            }

            return SystemCalls.Read(trace, Path.Combine(data, "patrin.db"));
        }
        finally
        {
            File.Delete(trace);
        }
    }

    /// <summary>A traced program on a busy machine takes its time.</summary>
    public static HttpClient Patient(ServerProcess server)
    {
        var browser = server.Browser();
        browser.Timeout = TimeSpan.FromMinutes(2);
        return browser;
    }

    /// <summary>Answers 2xx and 3xx to requests that carried the number of a write.</summary>
    public static IReadOnlyList<Answer> Answers(IReadOnlyList<SystemCall> calls)
    {
        var open = new Dictionary<string, (string Write, SystemCall Call)>();
        var answers = new List<Answer>();
        foreach (var call in calls.Where(c => c.Kind is CallKind.Receive or CallKind.Send))
        {
            var text = Encoding.Latin1.GetString(call.Data);
            if (call.Kind == CallKind.Receive && Write().Match(text) is { Success: true } write)
                open[call.File] = (write.Groups[1].Value, call);
            else if (call.Kind == CallKind.Send && Success().IsMatch(text) && open.Remove(call.File, out var request))
                answers.Add(new(request.Write, request.Call, call));
        }

        return answers;
    }

    [GeneratedRegex(@"X-Write: (\d+\.\d+)\.")]
    private static partial Regex Write();

    [GeneratedRegex(@"^HTTP/1\.1 [23]\d\d ")]
    private static partial Regex Success();
}
