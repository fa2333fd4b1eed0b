using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform;

namespace Patrin.Tests.Support;

/// <summary>Another node of a site: the same database and the same master key, a memory of its own. A node made later is a restart.</summary>
public sealed class Node(Site first) : Site
{
    public override string? Unavailable => first.Unavailable;

    protected override string? Postgres => first.Services.GetRequiredService<PatrinOptions>().Postgres;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (Postgres is null)
            builder.UseSetting("data", first.DataDirectory);
        else
            File.Copy(Path.Combine(first.DataDirectory, "master.key"), Path.Combine(DataDirectory, "master.key"));
    }
}
