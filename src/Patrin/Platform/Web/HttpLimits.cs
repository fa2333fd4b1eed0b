using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Patrin.Platform.Web;

/// <summary>Limits of quality.md section 4; Kestrel's own are far wider.</summary>
public static class HttpLimits
{
    /// <summary>Largest upload of one file, in bytes.</summary>
    public const long UploadBytes = 20 * 1024 * 1024;

    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxRequestHeaderCount = 60;
        server.Limits.MaxRequestBodySize = 1024 * 1024;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
    }
}
