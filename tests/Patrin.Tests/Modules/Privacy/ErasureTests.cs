using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Patrin.Modules.Documents;
using Patrin.Modules.People;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Modules.People.Privacy;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.History;
using Patrin.Platform.Mail;
using Patrin.Platform.Privacy;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;

using People = Patrin.Tests.Support.People;

namespace Patrin.Tests.Modules.Privacy;

public sealed class ErasureOnSqlite(SqliteDocuments site) : ErasureTests(site), IClassFixture<SqliteDocuments>
{
    protected override async Task<IEnumerable<string>> FilesAsync()
    {
        await Task.CompletedTask;
        return Directory.EnumerateFiles(Site.DataDirectory, "*", SearchOption.AllDirectories);
    }

    [Fact]
    public async Task R62_a_database_put_back_loses_the_erased_person_before_the_port_opens()
    {
        var person = await CanaryAsync("Zebra Returning");
        await CheckpointAsync();
        var file = Path.Combine(Site.DataDirectory, "patrin.db");
        var backup = await File.ReadAllBytesAsync(file, Cancel);
        Assert.True(Bytes.Hold(backup, "Zebra Returning"));
        await EraseAsync(person);
        SqliteConnection.ClearAllPools();
        await File.WriteAllBytesAsync(file, backup, Cancel);
        File.Delete(file + "-wal");
        File.Delete(file + "-shm");

        // What every start does before it listens.
        Assert.Equal(1, await ErasureLedger.ReplayAsync(Site.Services, Cancel));

        var account = await Site.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(a => a.Id == person, Cancel));
        Assert.Equal((AccountState.Erased, Account.FormerParticipant), (account.State, account.DisplayName));
        Assert.Empty(await FilesWithAsync("Zebra Returning"));
        Assert.Equal(0, await ErasureLedger.ReplayAsync(Site.Services, Cancel));
    }

    private Task<int> CheckpointAsync() => Site.ReadAsync(async db => await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", Cancel));
}

public sealed class ErasureOnPostgres(PostgresDocuments site) : ErasureTests(site), IClassFixture<PostgresDocuments>
{
    /// <summary>The files of this test's own database.</summary>
    protected override async Task<IEnumerable<string>> FilesAsync()
    {
        var folder = await Site.ReadAsync(async db =>
        {
            await using var connection = new NpgsqlConnection(db.Database.GetConnectionString());
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            // What is only in memory yet is no file.
            command.CommandText = "CHECKPOINT; SELECT current_setting('data_directory') || '/base/' || oid FROM pg_database WHERE datname = current_database()";
            return (string)(await command.ExecuteScalarAsync(Cancel))!;
        });
        Assert.SkipUnless(Directory.Exists(folder), "The files of this server cannot be read.");
        return Directory.EnumerateFiles(folder).Concat(Directory.EnumerateFiles(Site.DataDirectory, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task R62_rows_put_back_are_erased_again_at_the_start()
    {
        var person = await CanaryAsync("Zebra Restored");
        await EraseAsync(person);
        // The same number in an older copy of the database.
        await Site.ReadAsync(db => db.Accounts.Where(a => a.Id == person).ExecuteUpdateAsync(
            s => s.SetProperty(a => a.State, AccountState.Active).SetProperty(a => a.DisplayName, "Zebra Restored"), Cancel));
        await Site.ReadAsync(db => db.Erasures.ExecuteDeleteAsync(Cancel));
        Assert.Equal(1, await ErasureLedger.ReplayAsync(Site.Services, Cancel));
        Assert.Equal(AccountState.Erased, await Site.ReadAsync(db => db.Accounts.Where(a => a.Id == person).Select(a => a.State).SingleAsync(Cancel)));
    }
}

public abstract class ErasureTests(Site site)
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected Site Site { get; } = site;

    protected abstract Task<IEnumerable<string>> FilesAsync();

    [Fact]
    public async Task R61_no_byte_of_an_erased_person_is_left_and_their_work_stays()
    {
        var person = await CanaryAsync("Zebra Vanishing");
        // Without a mail server, messages to this person and about them lie in files beside the database.
        await Site.RunTaskAsync(SendMail.TaskName);
        Assert.Equal(2, (await FilesWithAsync("Zebra Vanishing")).Count(f => f.EndsWith(".eml", StringComparison.Ordinal)));
        await EraseAsync(person);
        await using (var scope = Site.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<PurgeErased>().RunAsync(Cancel);

        Assert.Empty(await FilesWithAsync("Zebra Vanishing"));
        Assert.Empty(await FilesWithAsync("zebra.vanishing@example.org"));
        Assert.Empty(await FilesWithAsync("ZEBRA.VANISHING@EXAMPLE.ORG"));
        var document = await Site.ReadAsync(db => db.Documents.AsNoTracking().SingleAsync(d => d.Title == "Kept work of Vanishing", Cancel));
        Assert.Equal((FormerParticipant.Name, (Guid?)null), (document.ImportedBy, document.ImportedById));
        Assert.Equal(FormerParticipant.Name, await Site.ReadAsync(db => db.Set<RecordVersion>().Where(v => v.RecordId == person).Select(v => v.ByName).SingleAsync(Cancel)));
        Assert.All(
            await Site.ReadAsync(db => db.Notices.Where(n => n.Text == "{0} wrote.").Select(n => n.Arguments).ToListAsync(Cancel)),
            a => Assert.Contains(FormerParticipant.Name, a));
        await ChainIsWholeAsync();
    }

    [Fact]
    public async Task R61_mails_to_others_lose_the_name_of_the_erased_and_nothing_else()
    {
        var person = await People.AccountAsync(Site, new("Ana"));
        await using (var scope = Site.Services.CreateAsyncScope())
        {
            var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
            outbox.Add("one@example.org", null, "en", "About Ana", "Ana has left the Banat.");
            outbox.Add("two@example.org", null, "en", "About the Banat", "Banana trees.");
            await scope.ServiceProvider.GetRequiredService<AppDbContext>().SaveChangesAsync(Cancel);
        }

        await EraseAsync(person);

        var mails = await Site.ReadAsync(db => db.Set<MailMessage>().AsNoTracking().Where(m => m.To == "one@example.org" || m.To == "two@example.org").OrderBy(m => m.To).ToListAsync(Cancel));
        Assert.Equal(["About …: … has left the Banat.", "About the Banat: Banana trees."], mails.Select(m => m.Subject + ": " + m.Body));
    }

    [Fact]
    public async Task The_last_manager_hands_over_first()
    {
        var organisation = await People.OrganisationAsync(Site, "Lonely town hall");
        var person = await People.AccountAsync(Site, new("Lone Keeper") { Organisation = organisation });
        var refused = await Assert.ThrowsAsync<RuleBroken>(() => EraseAsync(person));
        Assert.Equal("Lonely town hall", refused.Arguments[0]);
        Assert.Equal(AccountState.Active, await Site.ReadAsync(db => db.Accounts.Where(a => a.Id == person).Select(a => a.State).SingleAsync(Cancel)));
        await People.AccountAsync(Site, new("Second Keeper") { Organisation = organisation });
        await EraseAsync(person);
    }

    [Fact]
    public async Task Nobody_erases_somebody_else()
    {
        var person = await People.AccountAsync(Site, new("Quiet Person"));
        await using var scope = Site.Services.CreateAsyncScope();
        await Assert.ThrowsAsync<NotAllowed>(() => scope.ServiceProvider.GetRequiredService<EraseAccount>().RunAsync(person, People.Curator, Cancel));
    }

    /// <summary>Somebody who touched everything that exists so far.</summary>
    protected async Task<Guid> CanaryAsync(string name)
    {
        var who = new TestPerson(name, NetworkRole.Curator);
        var id = await People.AccountAsync(Site, who);
        var other = await People.AccountAsync(Site, new("Someone Else"));
        await (await Site.Browser(who).GetAsync(new Uri("/en/sources", UriKind.Relative), Cancel)).Content.ReadAsStringAsync(Cancel);
        var actor = new Actor(name) { AccountId = id, Roles = new HashSet<NetworkRole> { NetworkRole.Curator }, SecondFactor = true };
        await using var scope = Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<Patrin.Modules.Documents.Import.ImportDocument>().RunAsync(
            new(Encoding.UTF8.GetBytes(DocumentsSite.Profile(name.Split(' ')[1] + "ville")), "profile.md") { Title = "Kept work of " + name.Split(' ')[1], Language = "en" }, actor, Cancel);
        var db = services.GetRequiredService<AppDbContext>();
        await services.GetRequiredService<Versions>().KeepAsync("document", id, new Dictionary<string, string> { ["title"] = "One" }, actor, Cancel);
        services.GetRequiredService<Notify>().Account(other, NoticeTopic.Records, "/sources", new("{0} wrote.", name));
        services.GetRequiredService<Notify>().Account(id, NoticeTopic.Records, "/sources", new("Hello {0}.", name));
        services.GetRequiredService<Outbox>().Add(who.Mail, id, "en", "For " + name, "Dear " + name);
        services.GetRequiredService<Outbox>().Add("other@example.org", other, "en", "News", name + " wrote to you.");
        services.GetRequiredService<AuditTrail>().Note(actor, "document.read", "document", id);
        await db.SaveChangesAsync(Cancel);
        return id;
    }

    protected async Task EraseAsync(Guid person)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EraseAccount>().RunAsync(person, new Actor("self") { AccountId = person }, Cancel);
    }

    protected async Task<IReadOnlyList<string>> FilesWithAsync(string text)
    {
        var found = new List<string>();
        foreach (var file in await FilesAsync())
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory, Cancel);
            if (Bytes.Hold(memory.ToArray(), text))
                found.Add(Path.GetFileName(file));
        }

        return found;
    }

    private Task<bool> ChainIsWholeAsync() => Site.ReadAsync(async db =>
    {
        var before = "";
        foreach (var entry in await db.AuditEntries.AsNoTracking().OrderBy(e => e.Number).ToListAsync(Cancel))
        {
            Assert.Equal(AuditChain.Hash(entry, before), entry.Hash);
            before = entry.Hash;
        }

        Assert.Equal(before, await db.Set<AuditHead>().Select(h => h.Hash).SingleAsync(Cancel));
        return true;
    });
}
