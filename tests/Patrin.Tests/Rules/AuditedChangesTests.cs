using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Tests.Support;

namespace Patrin.Tests.Rules;

/// <summary>
/// A test site that watches its changes judges every request of somebody signed in (OneEntryAChange): a change without exactly one audit entry fails
/// the test that sent it. Here the judge itself is tried, with addresses that do it wrong.
/// </summary>
public sealed class AuditedChangesTests(AuditedChangesTests.CarelessSite site) : IClassFixture<AuditedChangesTests.CarelessSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/careless/forgets", false)]
    [InlineData("/careless/past-the-tracker", false)]
    [InlineData("/careless/right", true)]
    [InlineData("/careless/reads", true)]
    public async Task R14_every_change_by_a_person_notes_exactly_one_entry(string path, bool passes)
    {
        var browser = site.Browser(new TestPerson("Careless"));
        var fault = await Record.ExceptionAsync(async () => (await browser.PostAsync(new Uri(path, UriKind.Relative), null, Cancel)).EnsureSuccessStatusCode());
        Assert.True(passes == fault is null, fault?.ToString() ?? "it was not noticed");
        if (!passes)
            Assert.Contains("R-14", fault!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>A site with a module that forgets to note what it does.</summary>
    public sealed class CarelessSite : SqliteSite
    {
        protected override bool WatchesChanges => true;

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, Careless>());
        }
    }

    private sealed class Careless : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/careless", branch =>
            {
                branch.UseAuthentication();
                branch.Run(async context =>
                {
                    var db = context.RequestServices.GetRequiredService<AppDbContext>();
                    var audit = context.RequestServices.GetRequiredService<AuditTrail>();
                    var actor = Actor.Of(context.User);
                    switch (context.Request.Path.Value)
                    {
                        case "/past-the-tracker":
                            await db.Accounts.Where(a => a.Id == actor.AccountId).ExecuteUpdateAsync(s => s.SetProperty(a => a.Language, "hu"), Cancel);
                            break;
                        case "/reads":
                            await db.Accounts.AnyAsync(Cancel);
                            break;
                        default:
                            (await db.Accounts.SingleAsync(a => a.Id == actor.AccountId, Cancel)).Language = context.Request.Path.Value![1..];
                            for (var i = context.Request.Path.Value switch { "/right" => 1, _ => 0 }; i > 0; i--)
                                audit.Note(actor, "account.describe", "account", actor.AccountId!);
                            await db.SaveChangesAsync(Cancel);
                            break;
                    }

                    context.Response.StatusCode = 200;
                    await context.Response.WriteAsync("done", Cancel);
                });
            });
            next(app);
        };
    }
}
