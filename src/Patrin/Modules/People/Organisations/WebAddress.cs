using Patrin.Platform.Errors;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Organisations;

/// <summary>A web address given by a person.</summary>
public static class WebAddress
{
    /// <summary>Empty for none.</summary>
    /// <exception cref="RuleBroken">Says what to do.</exception>
    public static string Require(string field, string? address)
    {
        var text = PlainText.Line(field, address, Organisation.AddressMax);
        if (text.Length == 0)
            return "";
        if (!text.Contains("://", StringComparison.Ordinal))
            text = "https://" + text;
        // No name and password before the host: they make another host look like the real one.
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { UserInfo.Length: 0, HostNameType: UriHostNameType.Dns }
            && uri.IdnHost.Contains('.', StringComparison.Ordinal) && uri.AbsoluteUri.Length <= Organisation.AddressMax
            ? uri.AbsoluteUri
            : throw new RuleBroken(field, "Write the address of the website, for example https://www.example.org.");
    }

    /// <summary>The host that a link really leads to; letters of other alphabets in their plain spelling.</summary>
    public static string Host(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.IdnHost : "";
}
