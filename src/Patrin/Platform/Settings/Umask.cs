using System.Runtime.InteropServices;

namespace Patrin.Platform.Settings;

/// <summary>Files and folders that this process makes are for its own user only.</summary>
internal static partial class Umask
{
    private const int OwnerOnly = 0x3F; // 077 in octal

    public static void Set()
    {
        if (!OperatingSystem.IsWindows())
            _ = umask(OwnerOnly);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint umask(uint mask);
}
