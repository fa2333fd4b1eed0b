using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Audit;

public sealed class VerifyAuditOnSqlite(SqliteSite site) : VerifyAuditTests(site), IClassFixture<SqliteSite>;

public sealed class VerifyAuditOnPostgres(PostgresSite site) : VerifyAuditTests(site), IClassFixture<PostgresSite>;

public abstract class VerifyAuditTests(Site site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("UPDATE audit_entries SET action = 'x.y' WHERE number = 3", 3)]
    [InlineData("UPDATE audit_entries SET actor = 'other' WHERE number = 1", 1)]
    [InlineData("DELETE FROM audit_entries WHERE number = 4", 4)]
    [InlineData("DELETE FROM audit_entries WHERE number > 5", 6)]
    [InlineData("UPDATE audit_entries SET number = -1 WHERE number = 2; UPDATE audit_entries SET number = 2 WHERE number = 3; UPDATE audit_entries SET number = 3 WHERE number = -1", 2)]
    [InlineData("DELETE FROM audit_entries WHERE number > 5; UPDATE audit_head SET number = 5, hash = (SELECT hash FROM audit_entries WHERE number = 5)", 5)]
    [InlineData("DELETE FROM audit_entries; UPDATE audit_head SET number = 0, hash = ''", 0)]
    public async Task R14_what_was_changed_removed_cut_off_or_reordered_is_found(string harm, long bad)
    {
        await ResetAsync();
        for (var i = 0; i < 8; i++)
            await NoteAsync(i);
        Assert.Equal(new AuditFinding(8, null, ""), await VerifyAsync());
        await site.ReadAsync(db => db.Database.ExecuteSqlRawAsync(harm, Cancel));
        var found = await VerifyAsync();
        Assert.Equal(bad, found.BadNumber);
        Assert.NotEmpty(found.Fault);
    }

    [Fact]
    public async Task R14_fifty_writers_at_once_leave_a_chain_without_a_gap()
    {
        await ResetAsync();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () =>
        {
            // A busy database says so; the write is then tried again, as a person would.
            for (var tries = 0; ; tries++)
            {
                try
                {
                    await NoteAsync(i);
                    return;
                }
                catch (Exception busy) when (tries < 200 && busy is DbUpdateException or Microsoft.Data.Sqlite.SqliteException)
                {
                    await Task.Delay(20 + (i * 3), Cancel);
                }
            }
        })));
        Assert.Equal(new AuditFinding(50, null, ""), await VerifyAsync());
    }

    private async Task NoteAsync(int record)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Note(Actor.System, "test.write", "test", record, fields: ["one"]);
        await scope.ServiceProvider.GetRequiredService<AppDbContext>().SaveChangesAsync(Cancel);
    }

    private async Task<AuditFinding> VerifyAsync()
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync(Cancel);
    }

    private Task<int> ResetAsync() => site.ReadAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM audit_entries; UPDATE audit_head SET number = 0, hash = '', seal = ''", Cancel));
}
