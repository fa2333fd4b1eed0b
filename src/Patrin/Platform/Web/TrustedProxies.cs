using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using Patrin.Platform.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace Patrin.Platform.Web;

/// <summary>
/// Believes forwarded headers of the configured proxies and of nobody else: the framework trusts loopback by itself, and
/// everybody when a variable of the environment says so. Host is never taken from a header: PublicUrl decides.
/// </summary>
public static class TrustedProxies
{
    public static void AddTrustedProxies(this IServiceCollection services, ServerSettings settings) =>
        // After the framework's own set-up, which listens to ASPNETCORE_FORWARDEDHEADERS_ENABLED.
        services.PostConfigure<ForwardedHeadersOptions>(o =>
        {
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            o.AllowedHosts.Clear();
            o.ForwardedHeaders = settings.TrustedProxies.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // Each hop must be known; the first one that is not is the client.
            o.ForwardLimit = null;
            foreach (var network in settings.TrustedProxies.Select(Parse))
                o.KnownIPNetworks.Add(network);
        });

    /// <exception cref="StartRefused">Neither an address nor a network.</exception>
    public static IPNetwork Parse(string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return new(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
        return IPNetwork.TryParse(text, out var network) ? network
            : throw new StartRefused($"TrustedProxies: \"{text}\" is neither an address (10.0.0.5) nor a network (10.0.0.0/8).");
    }
}
