using System.Globalization;

namespace Patrin.Platform.Localization;

/// <summary>
/// The language stands first in the address (<c>/ro/places</c>) and becomes part of the path base, so that every link
/// made by the framework keeps it. An address without a language is answered in the best language the browser asks for;
/// nothing is remembered about the reader.
/// </summary>
public static class LanguageInAddress
{
    public static void UseLanguageInAddress(this IApplicationBuilder app)
    {
        var catalogs = app.ApplicationServices.GetRequiredService<Catalogs>();
        app.Use(async (context, next) =>
        {
            var language = FromPath(context, catalogs);
            if (language is null)
            {
                language = FromBrowser(context.Request, catalogs);
                context.Response.Headers.Append("Vary", "Accept-Language");
            }

            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
            context.Response.Headers.ContentLanguage = language.Tag;
            await next(context);
        });
    }

    private static InterfaceLanguage? FromPath(HttpContext context, Catalogs catalogs)
    {
        // An error page is run in the same request again: the language has moved to the path base by then.
        var taken = context.Request.PathBase.Value is { Length: > 1 } pathBase ? catalogs.ByTag(pathBase[1..]) : null;
        if (taken is not null)
            return taken;
        var path = context.Request.Path.Value ?? "";
        var end = path.IndexOf('/', Math.Min(1, path.Length));
        var first = path.Length < 2 ? "" : end < 0 ? path[1..] : path[1..end];
        if (first.Length is < 2 or > 8 || catalogs.ByTag(first) is not { } language)
            return null;
        context.Request.PathBase = context.Request.PathBase.Add("/" + first);
        context.Request.Path = end < 0 ? "/" : path[end..];
        return language;
    }

    private static InterfaceLanguage FromBrowser(HttpRequest request, Catalogs catalogs) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => catalogs.ByTag(l.Value.Value!.Split('-')[0]))
            .FirstOrDefault(l => l is not null) ?? catalogs.Languages[0];
}
