using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People.Privacy;
using Patrin.Platform.Access;
using Patrin.Tests.Modules.Organisations;
using Patrin.Tests.Support;
using People = Patrin.Tests.Support.People;

namespace Patrin.Tests.Modules.Privacy;

public sealed class PrivateFilesOnSqlite(SqliteSite site) : PrivateFilesTests(site), IClassFixture<SqliteSite>;

public sealed class PrivateFilesOnPostgres(PostgresSite site) : PrivateFilesTests(site), IClassFixture<PostgresSite>;

/// <summary>Bytes that are not for everybody need a session with the right at the moment they are fetched.</summary>
public abstract class PrivateFilesTests(Site site)
{
    /// <summary>Doors that give something else than a page and not to everybody. A new one needs a test in this file.</summary>
    private static readonly string[] Private = ["/account/data/{id:guid}.zip", "/api/v1/me", "/api/v1/organisations/{organisation:guid}/me"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void R34_every_door_that_gives_bytes_is_for_everybody_or_is_tested_here()
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        using var browser = site.Visitor();
        var doors = site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy != Policies.Read) || e.Metadata.GetOrderedMetadata<IAuthorizeData>().Count == 0)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            // Answers 404 whenever no file of wwwroot has this name.
            .Where(route => route != "/{**path:file}").Order(StringComparer.Ordinal);
        Assert.Equal(Private, doors);
    }

    [Fact]
    public async Task R34_the_own_data_is_given_to_its_owner_only_and_kept_by_no_cache()
    {
        var (owner, other) = (new TestPerson("Owner Of Data"), new TestPerson("Finder Of Links", NetworkRole.Administrator));
        var me = await People.AccountAsync(site, owner);
        var browser = site.Browser(owner);
        await browser.SendAsync("/en/account/data", "/en/account/data");
        var id = await site.AskAsync(db => db.Set<DataExport>().Where(e => e.AccountId == me).Select(e => e.Id).SingleAsync(Cancel));
        var link = new Uri($"/account/data/{id}.zip", UriKind.Relative);

        var mine = await browser.GetAsync(link, Cancel);
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        Assert.Equal("attachment", mine.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(mine.Headers.CacheControl?.NoStore);
        Assert.Null(mine.Headers.ETag);

        // Somebody else who is signed in, even an administrator, and an id that never was, get the same bytes.
        var foreign = await site.Browser(other).GetAsync(link, Cancel);
        var missing = await site.Browser(other).GetAsync(new Uri($"/account/data/{Guid.NewGuid()}.zip", UriKind.Relative), Cancel);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.StatusCode, missing.StatusCode));
        // A copied address in a clean browser.
        var clean = await site.Visitor().GetAsync(link, Cancel);
        Assert.NotEqual(HttpStatusCode.OK, clean.StatusCode);
        Assert.NotEqual("application/zip", clean.Content.Headers.ContentType?.MediaType);
        // The session counts at the moment of the fetch.
        await browser.SendAsync("/en/account", "/en/sign-out");
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(link, Cancel)).StatusCode);
    }

    [Fact]
    public async Task R34_no_address_leads_into_the_data_folder()
    {
        using var browser = site.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/en/", UriKind.Relative), Cancel)).StatusCode);
        var files = Directory.EnumerateFiles(site.DataDirectory, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(site.DataDirectory, f).Replace('\\', '/')).Append("patrin.db").Append("master.key").Append("setup-token").Distinct();
        foreach (var file in files)
        {
            foreach (var before in (string[])["/", "/data/", "/en/", "/files/", "/_content/", "/css/../", "/css/%2e%2e/", "/css/..%2f", "/css/%2e%2e%2f%2e%2e%2fdata/"])
            {
                var answer = await browser.GetAsync(new Uri(before + file, UriKind.Relative), Cancel);
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently, before + file + " " + answer.StatusCode);
            }
        }
    }
}
