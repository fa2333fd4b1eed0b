using Microsoft.AspNetCore.Components;

namespace Patrin.Platform.Ui;

/// <summary>Addresses of static files: with their fingerprint, and without the language, so that all languages share one copy.</summary>
public static class Assets
{
    public static string Asset(this HttpContext context, string path) =>
        "/" + (context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path);
}
