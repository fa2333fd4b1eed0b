using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Patrin.Platform.Secrets;

namespace Patrin.Platform.Settings;

/// <summary>What stops the start (quality.md section 4): each line says what to do.</summary>
public static class StartChecks
{
    /// <summary>Before it, cookies could be forged (CVE-2026-40372).</summary>
    public static readonly Version LeastRuntime = new(10, 0, 7);

    /// <summary>Checks that hold for every verb: settings, runtime, data directory.</summary>
    public static void ForAll(PatrinOptions options)
    {
        Runtime(Environment.Version, "The .NET runtime");
        Runtime(FrameworkVersion(), "ASP.NET Core");
        Address(options.Settings.PublicUrl);
        foreach (var proxy in options.Settings.TrustedProxies)
            _ = Web.TrustedProxies.Parse(proxy);
        Key();
        Directory(options);
    }

    /// <summary>Checks for serving: who runs it, and for whom.</summary>
    public static void ForServer(PatrinOptions options, string environment, string urls, bool isRoot, bool allowRoot)
    {
        var loopback = urls.Split(';').All(u => IsLoopback(BindingAddress.Parse(u).Host));
        if (isRoot && !allowRoot && !(options.Demo && loopback))
            throw new StartRefused("Patrin does not run as root: a fault in it would be a fault in the whole machine. Start it as a user of its own, or add --allow-root in a container.");
        if (environment == Environments.Development && !loopback)
            throw new StartRefused("Development mode shows the inside of the server: it only serves on a loopback address. Unset ASPNETCORE_ENVIRONMENT and DOTNET_ENVIRONMENT.");
    }

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>What a PublicUrl must be; null when it is all right.</summary>
    public static string? FaultOf(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
            return "PublicUrl must be a full address, for example https://patrin.example.org.";
        if (uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
            return "PublicUrl must end after the host: no path, no name, no question mark.";
        return uri.Scheme == "http" && !IsLoopback(uri.Host) ? "PublicUrl must begin with https://. Plain http is only allowed on this machine (localhost)." : null;
    }

    /// <summary>The version of the shared web framework; it is updated apart from the runtime.</summary>
    private static Version FrameworkVersion()
    {
        var text = typeof(IDataProtector).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        return Version.TryParse(text.Split('+', '-')[0], out var version) ? version : new(0, 0);
    }

    public static void Runtime(Version found, string what)
    {
        if (found < LeastRuntime)
            throw new StartRefused($"{what} is {found}; {LeastRuntime} or newer is needed (CVE-2026-40372: cookies could be forged). Update .NET.");
    }

    private static void Address(string? address)
    {
        if (address is { Length: > 0 } && FaultOf(address) is { } fault)
            throw new StartRefused(fault);
    }

    private static void Key()
    {
        if (Environment.GetEnvironmentVariable(MasterKey.Variable) is not { Length: > 0 } given)
            return;
        Span<byte> bytes = stackalloc byte[given.Length];
        if (!Convert.TryFromBase64String(given, bytes, out var length) || length != 32)
            throw new StartRefused($"{MasterKey.Variable} must be 32 bytes in base64, for example from: openssl rand -base64 32");
    }

    private static void Directory(PatrinOptions options)
    {
        var path = options.DataDirectory;
        try
        {
            if (OperatingSystem.IsWindows())
                System.IO.Directory.CreateDirectory(path);
            else
                System.IO.Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute)) != 0)
                throw new StartRefused($"Other users of this machine can look into {path}. Type: chmod 700 {path}");
            // A file that is made and goes again: rights on paper do not tell of a file system that is mounted read-only.
            File.Create(Path.Combine(path, ".writable." + Guid.NewGuid().ToString("N")), 1, FileOptions.DeleteOnClose).Dispose();
            if (options.Postgres is null && File.Exists(options.SqliteFile))
                File.Open(options.SqliteFile, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"Patrin cannot write in {path}. Give its user the right to write there, or choose another folder with --data.");
        }
    }
}
