using Patrin.Platform.Settings;

namespace Patrin.Platform.Web;

/// <summary>Full addresses for mails and downloads: from the site's own address, in the reader's language.</summary>
public sealed class PublicLinks(SiteState site)
{
    /// <param name="language">First part of the path.</param>
    /// <param name="path">Path without language, with a slash in front.</param>
    /// <param name="cancel">Gives up.</param>
    public async ValueTask<string> ToAsync(string language, string path, CancellationToken cancel) =>
        (await site.AddressAsync(cancel)).GetLeftPart(UriPartial.Authority) + "/" + language + path;
}
