using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Import;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.People;
using Patrin.Modules.People.Organisations;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

/// <summary>Makes a data directory with a claimed site, and the writers' accounts, organisations and documents in it.</summary>
internal static class Desks
{
    public static async Task<IReadOnlyList<Writer>> PrepareAsync(string data, int count)
    {
        var writers = new List<Writer>();
        await using (var services = await PatrinApp.OpenForCommandAsync(PatrinOptions.From(data), TestContext.Current.CancellationToken))
        {
            People.Claim(services);
            for (var i = 0; i < count; i++)
                writers.Add(new(await DeskAsync(services, i)));
        }

        // Who still holds the file open is the first to mend it: that must be the server.
        SqliteConnection.ClearAllPools();
        return writers;
    }

    private static async Task<Desk> DeskAsync(ServiceProvider services, int i)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var name = $"Town of writer {i}";
        var then = new DateTime(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc);
        var organisation = new Organisation
        {
            Name = name, NameKey = OrganisationName.Key(name), Sought = OrganisationName.Sought(name, ""), ActorType = "MUNICIPALITY", Country = "BG",
            State = OrganisationState.Active, CreatedAt = then, ChangedAt = then,
        };
        db.Add(organisation);
        await db.SaveChangesAsync();
        var person = new TestPerson($"Writer {i}", NetworkRole.Curator) { Organisation = organisation.Id };
        var cookie = "patrin=" + People.SignIn(services, person);
        var outcome = await scope.ServiceProvider.GetRequiredService<ImportDocument>().RunAsync(
            new(Encoding.UTF8.GetBytes(DocumentsSite.Profile("Dlhanice" + (char)('a' + i))), "profile.md") { Title = "Profile", Language = "en" }, People.Curator, TestContext.Current.CancellationToken);
        var claims = await db.Claims.Where(c => c.DocumentId == outcome.Document && c.Kind != ClaimKind.Population).OrderBy(c => c.Number).Select(c => c.Id).Take(2).ToListAsync();
        var mail = person.Mail.ToUpperInvariant();
        var account = await db.Accounts.Where(a => a.NormalizedEmail == mail).Select(a => a.Id).SingleAsync();
        return new(i, cookie, account, organisation.Id, outcome.Document, claims);
    }
}
