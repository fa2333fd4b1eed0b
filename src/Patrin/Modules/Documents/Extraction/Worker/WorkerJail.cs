using System.Runtime.InteropServices;
using System.Text;

namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>
/// Takes from the calling thread, and from every thread it starts later, what a parser does not need: after
/// <see cref="Enter"/> files can only be read if they are program files, nothing can be written or started, and no
/// TCP connection opened. Uses Landlock (Linux 5.13; TCP since 6.7); elsewhere it does nothing and says so.
/// Numbers and structures: Linux, Documentation/userspace-api/landlock.rst.
/// </summary>
public static class WorkerJail
{
    private const long CreateRuleset = 444, AddRule = 445, RestrictSelf = 446;
    private const long VersionFlag = 1, PathBeneath = 1;
    private const int SetNoNewPrivileges = 38;
    private const int OpenPathOnly = 0x200000 | 0x80000;
    private const ulong Execute = 1 << 0, ReadFile = 1 << 2, ReadDirectory = 1 << 3;

    /// <summary>The rights that exist in version 1 to 5 of the interface; all are taken away, some given back.</summary>
    private static readonly ulong[] _fileRights = [0x1FFF, 0x3FFF, 0x7FFF, 0x7FFF, 0xFFFF];

    /// <summary>Locks the calling thread in. There is no way back.</summary>
    /// <returns>False when the system does not offer it; then nothing has changed.</returns>
    public static bool Enter()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return false;
        var version = (int)SystemCall(CreateRuleset, 0, 0, VersionFlag, 0);
        if (version < 1)
            return false;
        var rights = new Rights
        {
            Files = _fileRights[Math.Min(version, _fileRights.Length) - 1],
            Network = version >= 4 ? 3UL : 0,
            Scopes = version >= 6 ? 3UL : 0,
        };
        var size = version >= 6 ? 24 : version >= 4 ? 16 : 8;
        var rules = (int)Create(CreateRuleset, ref rights, size, 0);
        if (rules < 0)
            return false;
        try
        {
            foreach (var (path, allowed) in ProgramFiles())
                Allow(rules, path, allowed);
            return Control(SetNoNewPrivileges, 1, 0, 0, 0) == 0 && SystemCall(RestrictSelf, rules, 0, 0, 0) == 0;
        }
        finally
        {
            _ = Close(rules);
        }
    }

    // The runtime loads assemblies when they are first used. Beside our own lie perhaps the data of the instance, so
    // there only single files are allowed, not the directory.
    private static IEnumerable<(string Path, ulong Allowed)> ProgramFiles()
    {
        foreach (var directory in (string?[])["/lib", "/lib64", "/usr", WorkerSandbox.RuntimeRoot()])
        {
            if (directory is not null)
                yield return (directory, Execute | ReadFile | ReadDirectory);
        }

        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
        {
            if (Path.GetExtension(file) is ".dll" or ".so")
                yield return (file, Execute | ReadFile);
        }
    }

    // A path that does not exist needs no permission.
    private static void Allow(int rules, string path, ulong allowed)
    {
        var handle = Open(Encoding.UTF8.GetBytes(path + "\0"), OpenPathOnly);
        if (handle < 0)
            return;
        var rule = new Rule { Allowed = allowed, Parent = handle };
        _ = Add(AddRule, rules, PathBeneath, ref rule, 0);
        _ = Close(handle);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Rights
    {
        public ulong Files;
        public ulong Network;
        public ulong Scopes;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Rule
    {
        public ulong Allowed;
        public int Parent;
    }

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long SystemCall(long number, long a, long b, long c, long d);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Create(long number, ref Rights rights, long size, long flags);

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long Add(long number, long rules, long type, ref Rule rule, long flags);

    [DllImport("libc", EntryPoint = "prctl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, ulong a, ulong b, ulong c, ulong d);

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
