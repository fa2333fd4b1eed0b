namespace Patrin.Modules.People.Sessions;

/// <summary>Two words a person recognises their device by; the rest of what a browser says about itself is not kept.</summary>
public static class DeviceNames
{
    private static readonly (string Sign, string Name)[] Browsers =
        [("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Sign, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string? userAgent) =>
        string.Join(", ", new[] { First(Browsers, userAgent), First(Systems, userAgent) }.Where(n => n.Length > 0));

    private static string First((string Sign, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Name ?? "";
}
