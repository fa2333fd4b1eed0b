using System.Diagnostics;
using System.Globalization;
using Patrin.Modules.Documents.Extraction;
using Patrin.Modules.Documents.Extraction.Worker;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>These tests look at and kill child processes, so no other test may start any meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WorkerTestsAlone
{
    public const string Name = "extract-worker";
}

/// <summary>R-48: the process in which files are parsed.</summary>
[Collection(WorkerTestsAlone.Name)]
public sealed class WorkerTests
{
    private static readonly byte[] _slow = Samples.SlowPdf();

    [Fact]
    public async Task R48_a_parser_over_its_wall_time_is_killed()
    {
        var limits = ExtractionLimits.Upload with { WorkerWallTime = TimeSpan.FromMilliseconds(1) };
        Assert.Equal("time-limit seconds=1", Extract.Line(await Extract.Refusal(_slow, "a.pdf", limits)));
        NothingIsLeft();
    }

    [Fact]
    public async Task R48_a_parser_over_its_processor_time_is_killed()
    {
        var limits = ExtractionLimits.Upload with { WorkerProcessorTime = TimeSpan.FromSeconds(1) };
        var clock = Stopwatch.StartNew();
        Assert.Equal("time-limit seconds=1", Extract.Line(await Extract.Refusal(_slow, "a.pdf", limits)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"took {clock.Elapsed}");
        NothingIsLeft();
    }

    [Fact]
    public async Task R48_a_parser_over_its_memory_is_killed()
    {
        var limits = ExtractionLimits.Upload with { WorkerMemoryBytes = 60L << 20 };
        Assert.Equal("memory-limit megabytes=60", Extract.Line(await Extract.Refusal(_slow, "a.pdf", limits)));
        NothingIsLeft();
    }

    [Fact]
    public async Task R48_a_worker_that_dies_fails_only_its_own_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Child processes are found through /proc.");
        var dying = Extract.Refusal(_slow, "a.pdf");
        using var child = Process.GetProcessById(await ChildThatHolds("PdfPig"));
        var other = Extract.Html("<html><body><p>Text</p></body></html>");
        child.Kill();
        Assert.Equal("parser-failed format=pdf", Extract.Line(await dying));
        Assert.Equal("Text", (await other).Text);
        NothingIsLeft();
    }

    [Fact]
    public async Task R48_a_cancelled_extraction_leaves_no_process()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = new DocumentExtractor().ExtractAsync(_slow, "a.pdf", ExtractionLimits.Upload, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        NothingIsLeft();
    }

    [Fact]
    public async Task R48_twenty_hanging_files_run_two_at_a_time_and_the_queue_goes_on()
    {
        var limits = ExtractionLimits.Upload with { WorkerWallTime = TimeSpan.FromMilliseconds(200) };
        var hanging = Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Extract.Refusal(_slow, "a.pdf", limits)));
        var most = 0;
        while (!hanging.IsCompleted)
        {
            most = Math.Max(most, Children().Count);
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        Assert.All(await hanging, refused => Assert.Equal(RefusalCodes.TimeLimit, refused.Reason));
        Assert.InRange(most, OperatingSystem.IsLinux() ? 1 : 0, 2);
        Assert.Equal("Text", (await Extract.Html("<html><body><p>Text</p></body></html>")).Text);
        NothingIsLeft();
    }

    [Fact]
    public async Task R48_the_worker_knows_no_secret_opens_no_socket_and_no_file_and_has_no_network()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Child processes are looked at through /proc.");
        Environment.SetEnvironmentVariable("ConnectionStrings__Main", "Host=secret");
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = new DocumentExtractor().ExtractAsync(_slow, "a.pdf", ExtractionLimits.Upload, cancellation.Token);
        var process = await ChildThatHolds("PdfPig");

        var environment = File.ReadAllText($"/proc/{process}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(environment, line => Assert.Contains(line.Split('=')[0], (string[])["HOME", "TMPDIR", "TEMP", "TMP", "PWD", "OLDPWD", "SHLVL", "_", .. DotnetNames(line)]));
        var handles = Directory.GetFiles($"/proc/{process}/fd").Select(Target).ToList();
        Assert.DoesNotContain(handles, h => h.StartsWith("socket:", StringComparison.Ordinal));
        Assert.All(handles, h => Assert.True(
            h.StartsWith("pipe:", StringComparison.Ordinal) || h.StartsWith("anon_inode:", StringComparison.Ordinal)
            || h.StartsWith("/dev/", StringComparison.Ordinal) || h.StartsWith("/proc/", StringComparison.Ordinal)
            || h.EndsWith(".dll", StringComparison.Ordinal), h));
        var directory = Target($"/proc/{process}/cwd");
        Assert.StartsWith($"patrin-extract-{Environment.ProcessId}-", Path.GetFileName(directory), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(directory));
        Assert.True(Limit(process, "Max cpu time") <= 10 && Limit(process, "Max file size") == 0 && Limit(process, "Max core file size") == 0);
        var interfaces = File.ReadAllLines($"/proc/{process}/net/dev").Skip(2).Select(line => line.Split(':')[0].Trim());
        Assert.SkipUnless(Target($"/proc/{process}/ns/net") != Target("/proc/self/ns/net"), "This machine permits no own network namespace; the rest was checked.");
        Assert.DoesNotContain(interfaces, name => name != "lo");

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        NothingIsLeft();
    }

    [Fact]
    public async Task R48_the_jail_lets_nothing_but_program_files_be_read()
    {
        var secret = Path.Combine(AppContext.BaseDirectory, "secret.db");
        await File.WriteAllTextAsync(secret, "secret", TestContext.Current.CancellationToken);
        var seen = new List<string>();
        var entered = false;
        // The jail holds for one thread and what it starts, and ends with it.
        var thread = new Thread(() =>
        {
            _ = Try(() => File.ReadAllText(secret));
            entered = WorkerJail.Enter();
            seen.Add(Try(() => File.ReadAllText(secret)));
            seen.Add(Try(() => File.ReadAllText("/etc/passwd")));
            seen.Add(Try(() => File.WriteAllText(Path.Combine(Path.GetTempPath(), "patrin-jail"), "x")));
            seen.Add(Try(() => File.ReadAllBytes(typeof(DocumentExtractor).Assembly.Location)));
        });
        thread.Start();
        thread.Join();
        File.Delete(secret);
        Assert.SkipUnless(entered, "This system has no Landlock.");
        Assert.Equal(["UnauthorizedAccessException", "UnauthorizedAccessException", "UnauthorizedAccessException", "done"], seen);
    }

    private static string Try(Action action)
    {
        try
        {
            action();
            return "done";
        }
        catch (Exception refused)
        {
            return refused.GetType().Name;
        }
    }

    private static string[] DotnetNames(string line) =>
        line.StartsWith("DOTNET_", StringComparison.Ordinal) ? [line.Split('=')[0]] : [];

    private static string Target(string link) => File.ResolveLinkTarget(link, returnFinalTarget: false)?.ToString() ?? link;

    private static long Limit(int process, string name) => long.Parse(
        File.ReadAllLines($"/proc/{process}/limits").First(l => l.StartsWith(name, StringComparison.Ordinal))[name.Length..]
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);

    /// <summary>Waits until a worker runs that has mapped a file with this in its name.</summary>
    private static async Task<int> ChildThatHolds(string file)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(20))
        {
            foreach (var child in Children())
            {
                if (Read($"/proc/{child}/maps").Contains(file, StringComparison.Ordinal))
                    return child;
            }

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("No worker was seen.");
    }

    private static List<int> Children()
    {
        var found = new List<int>();
        if (!OperatingSystem.IsLinux())
            return found;
        foreach (var directory in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var id)
                && Read($"{directory}/cmdline").Contains("extract-worker", StringComparison.Ordinal)
                && Read($"{directory}/status").Contains($"PPid:\t{Environment.ProcessId}\n", StringComparison.Ordinal))
            {
                found.Add(id);
            }
        }

        return found;
    }

    // Processes end while they are looked at.
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void NothingIsLeft()
    {
        Assert.Empty(Children());
        Assert.Empty(Directory.GetDirectories(Path.GetTempPath(), $"patrin-extract-{Environment.ProcessId}-*"));
    }
}
