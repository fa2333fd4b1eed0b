using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Patrin.Tests.Rules.Permissions;

/// <summary>One way into the program: a method and a route.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Route">Route template, lower case.</param>
/// <param name="Handler">Name of the page handler; empty for the main one.</param>
internal sealed record Door(string Method, string Route, string Handler)
{
    public override string ToString() => $"{Method} /{Route}{(Handler.Length > 0 ? "?handler=" + Handler : "")}";
}

/// <summary>All doors of the running program, as its own router knows them.</summary>
internal static class Doors
{
    public static async Task<IReadOnlyList<Door>> OfAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                continue;
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                // A page without a handler of its own is read with GET.
                doors.AddRange(compiled.HandlerMethods.Select(h => new Door(h.HttpMethod.ToUpperInvariant(), route, h.Name ?? "")).Append(new("GET", route, "")));
            }
            else
                doors.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => new Door(m, route, "")));
        }

        return [.. doors.Where(d => d.Method != "HEAD").Distinct().OrderBy(d => d.Route, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal).ThenBy(d => d.Handler, StringComparer.Ordinal)];
    }
}
