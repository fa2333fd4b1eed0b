using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Patrin.Benchmarks.Load;

/// <summary>Serves the bare page for <c>bench/load.sh</c>.</summary>
internal static class BareServer
{
    public static void Run(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Load");
        var app = builder.Build();
        app.MapRazorPages();
        app.Run();
    }
}
