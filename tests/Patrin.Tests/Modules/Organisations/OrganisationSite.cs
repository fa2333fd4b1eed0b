using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Mail;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Organisations;

/// <summary>What the tests of organisations ask of a site.</summary>
internal static partial class OrganisationSite
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Fills in and sends a form of a page.</summary>
    public static async Task<HttpResponseMessage> SendAsync(this HttpClient browser, string page, string to, params (string Name, string Value)[] fields)
    {
        var got = await browser.GetAsync(new Uri(page, UriKind.Relative), Cancel);
        var token = Html.Parse(await got.Content.ReadAsStringAsync(Cancel)).QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
        using var content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
        return await browser.PostAsync(new Uri(to, UriKind.Relative), content, Cancel);
    }

    public static async Task<string> TextAsync(this HttpClient browser, string path) =>
        await (await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel);

    public static async Task<int> StatusAsync(this HttpClient browser, string path) => (int)(await browser.GetAsync(new Uri(path, UriKind.Relative), Cancel)).StatusCode;

    public static async Task<T> AskAsync<T>(this Site site, Func<AppDbContext, Task<T>> ask)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        await using var scope = site.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public static async Task UseCaseAsync<TService>(this Site site, Func<TService, Task> use)
        where TService : notnull
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        await using var scope = site.Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>The secret part of the link in the last mail to an address.</summary>
    public static async Task<string> LinkAsync(this Site site, string to, string before)
    {
        var body = await site.AskAsync(db => db.Set<MailMessage>().Where(m => m.To == to).OrderByDescending(m => m.Id).Select(m => m.Body).FirstAsync(Cancel));
        return Regex.Match(body, Regex.Escape(before) + @"([A-Za-z0-9_-]{43})").Groups[1].Value;
    }

    /// <summary>Who somebody is right now, as a request would read it.</summary>
    public static async Task<Actor> ActorAsync(this Site site, TestPerson person)
    {
        var account = await People.AccountAsync(site, person);
        return new(person.Name)
        {
            AccountId = account, Roles = person.Roles.ToHashSet(), SecondFactor = person.SecondFactor, ProvedAt = DateTime.UtcNow,
            Organisations = person.Organisation is { } o ? new Dictionary<Guid, OrganisationRole> { [o] = person.OrganisationRole } : [],
        };
    }

    /// <summary>Many at once; what each came to: null for done, else its fault.</summary>
    public static async Task<IReadOnlyList<Exception?>> RaceAsync<TService>(this Site site, int many, Func<TService, int, Task> run)
        where TService : notnull
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        var start = new TaskCompletionSource();
        var runners = Enumerable.Range(0, many).Select(i => Task.Run(async () =>
        {
            await start.Task;
            try
            {
                await site.UseCaseAsync<TService>(s => run(s, i));
                return null;
            }
            catch (Exception fault)
            {
                return fault;
            }
        })).ToList();
        start.SetResult();
        return await Task.WhenAll(runners);
    }

    public static Task<int> ManagersAsync(this Site site, Guid organisation) => site.AskAsync(db => db.Set<Membership>()
        .CountAsync(m => m.OrganisationId == organisation && m.Role == OrganisationRole.Manager && m.To == null, Cancel));
}
