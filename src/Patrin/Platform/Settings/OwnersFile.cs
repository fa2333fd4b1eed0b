namespace Patrin.Platform.Settings;

/// <summary>How a file with secrets or words of people is opened: a new one is for its owner only, whatever the process's mask allows.</summary>
public static class OwnersFile
{
    public static FileStreamOptions Options(FileMode mode, FileAccess access = FileAccess.Write)
    {
        var how = new FileStreamOptions { Mode = mode, Access = access };
        if (!OperatingSystem.IsWindows())
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return how;
    }
}
