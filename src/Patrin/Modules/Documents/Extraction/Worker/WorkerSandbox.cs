using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>
/// How the worker is started: an empty environment, an own empty working directory, limits set by the kernel where
/// there is a POSIX shell, and an own network namespace without any interface where the system permits one.
/// </summary>
internal static class WorkerSandbox
{
    private const string Shell = "/bin/sh";

    /// <summary>Part of the memory limit that the managed heap may take; the rest is code, stacks and native memory.</summary>
    private const double HeapShare = 0.75;

    private static readonly Lazy<string[]> _isolation = new(FindNetworkIsolation);

    /// <summary>True when the worker has no network at all, not even loopback. Shown in the operator's status.</summary>
    public static bool HasNoNetwork => _isolation.Value.Length > 0;

    public static ProcessStartInfo StartInfo(string directory, ExtractionLimits limits)
    {
        var command = Executable().Append(ExtractWorker.Verb);
        var info = new ProcessStartInfo
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        if (OperatingSystem.IsWindows())
            Fill(info, command);
        else
            Fill(info, [Shell, "-c", LimitScript(limits), Shell, .. _isolation.Value, .. command]);
        SetEnvironment(info.Environment, directory, limits);
        return info;
    }

    // No core file, no file of any size, few handles; processor seconds; private writable memory in kB. A shell that
    // does not know one of them goes on without it: the parent watches memory, processor and wall time as well.
    private static string LimitScript(ExtractionLimits limits)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(limits.WorkerProcessorTime.TotalSeconds));
        return string.Create(CultureInfo.InvariantCulture,
            $"for l in 'c 0' 'f 0' 'n 128' 'St {seconds}' 'Ht {seconds + 2}' 'd {limits.WorkerMemoryBytes / 1024}'; do ulimit -${{l% *}} ${{l#* }} 2>/dev/null; done; exec \"$@\"");
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, string directory, ExtractionLimits limits)
    {
        environment.Clear();
        // Where the runtime lies, for the small start program; nothing else of the parent's environment is passed on.
        if (RuntimeRoot() is { } root)
            environment["DOTNET_ROOT"] = root;
        environment["HOME"] = environment["TMPDIR"] = environment["TEMP"] = environment["TMP"] = directory;
        environment["DOTNET_GCHeapHardLimit"] = "0x" + ((long)(limits.WorkerMemoryBytes * HeapShare)).ToString("X", CultureInfo.InvariantCulture);
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_gcConcurrent"] = "0";
        environment["DOTNET_GCHeapAffinitizeMask"] = "1";
        // Diagnostics would open a socket and write files.
        environment["DOTNET_EnableDiagnostics"] = "0";
        // Shared memory files count as files written, which are not allowed.
        environment["DOTNET_EnableWriteXorExecute"] = "0";
        environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        environment["DOTNET_TieredPGO"] = "0";
        if (OperatingSystem.IsWindows())
            environment["SystemRoot"] = Environment.GetFolderPath(Environment.SpecialFolder.Windows);
    }

    private static void Fill(ProcessStartInfo info, IEnumerable<string> command)
    {
        foreach (var part in command)
        {
            if (info.FileName.Length == 0)
                info.FileName = part;
            else
                info.ArgumentList.Add(part);
        }
    }

    // The executable beside our own assembly; in a single-file build there is no assembly file and we are the executable.
    private static IEnumerable<string> Executable()
    {
        var name = OperatingSystem.IsWindows() ? "patrin.exe" : "patrin";
        var beside = Path.Combine(AppContext.BaseDirectory, name);
        if (File.Exists(beside))
            return [beside];
        var library = Path.Combine(AppContext.BaseDirectory, "patrin.dll");
        if (File.Exists(library) && RuntimeRoot() is { } root)
            return [Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"), library];
        return [Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown.")];
    }

    /// <summary>Where the shared runtime lies; null when it is built into this program.</summary>
    internal static string? RuntimeRoot()
    {
        // ROOT/shared/Microsoft.NETCore.App/10.0.x/
        var versions = Directory.GetParent(RuntimeEnvironment.GetRuntimeDirectory().TrimEnd(Path.DirectorySeparatorChar));
        return versions is { Name: "Microsoft.NETCore.App", Parent: { Name: "shared", Parent: { } root } } ? root.FullName : null;
    }

    // Root may unshare the network at once; others may where the kernel allows user namespaces.
    private static string[] FindNetworkIsolation()
    {
        if (!OperatingSystem.IsLinux())
            return [];
        foreach (var unshare in (ReadOnlySpan<string>)["/usr/bin/unshare", "/bin/unshare"])
        {
            foreach (var flags in (ReadOnlySpan<string>)["-n", "-Urn"])
            {
                if (File.Exists(unshare) && Succeeds(unshare, flags))
                    return [unshare, flags, "--"];
            }
        }

        return [];
    }

    private static bool Succeeds(string unshare, string flags)
    {
        using var trial = Process.Start(new ProcessStartInfo(unshare, [flags, "--", Shell, "-c", "exit 0"])
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        });
        return trial is not null && trial.WaitForExit(TimeSpan.FromSeconds(2)) && trial.ExitCode == 0;
    }
}
