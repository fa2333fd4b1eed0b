using System.Security.Cryptography;
using System.Text;
using Patrin.Platform.Secrets;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.SignIn;

/// <summary>
/// Remembers that this browser was signed in with an account before. It opens nothing: failures from a known device are counted
/// apart, so that a stranger who guesses cannot lock the owner out (quality.md R-24). The cookie does not say whose account it is.
/// </summary>
public sealed class KnownDevice(MasterKey master, SiteState site)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private string Name => site.IsHttps ? "__Host-patrin-device" : "patrin-device";

    /// <summary>The device's number when it is known for the address; else null.</summary>
    public string? Read(HttpRequest request, string mail)
    {
        var parts = (request.Cookies[Name] ?? "").Split('.');
        if (parts.Length != 2)
            return null;
        var right = Encoding.ASCII.GetBytes(Mark(parts[0], mail));
        return CryptographicOperations.FixedTimeEquals(right, Encoding.ASCII.GetBytes(parts[1])) ? parts[0] : null;
    }

    public void Remember(HttpResponse response, string mail)
    {
        var number = RandomToken.Make();
        response.Cookies.Append(Name, number + "." + Mark(number, mail), new()
        {
            Path = "/", HttpOnly = true, Secure = site.IsHttps, SameSite = SameSiteMode.Strict, IsEssential = true, MaxAge = Lasts,
        });
    }

    private string Mark(string number, string mail) => master.Mark("known-device", number + "\n" + mail.ToUpperInvariant());
}
