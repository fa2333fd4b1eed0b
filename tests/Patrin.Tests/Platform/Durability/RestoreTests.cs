using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.People;
using Patrin.Modules.People.Privacy;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Tests.Support;
using People = Patrin.Tests.Support.People;

namespace Patrin.Tests.Platform.Durability;

/// <summary>The verbs an operator uses after a loss, as processes of their own.</summary>
public sealed class RestoreTests : IDisposable
{
    private const string Name = "Zebra Comeback";

    private readonly string _root = Directory.CreateTempSubdirectory("patrin-restore-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task R62_a_backup_put_back_by_the_operator_brings_nobody_back_who_was_erased_since()
    {
        var (data, backup) = (Path.Combine(_root, "data"), Path.Combine(_root, "before.zip"));
        var person = await PersonAsync(data);
        Assert.Equal(0, (await CommandLine.RunAsync("backup", backup, "--with-master-key", "--data", data)).Code);
        await EraseAsync(data, person);

        // The machine is lost; a copy of the ledger is not.
        var ledger = Path.Combine(_root, "erasures.log");
        File.Move(Path.Combine(data, "erasures.log"), ledger);
        var fresh = Path.Combine(_root, "fresh");
        var (code, said) = await CommandLine.RunAsync("restore", backup, "--erasures", ledger, "--data", fresh);
        Assert.True(code == 0, said);
        Assert.DoesNotContain("No ledger", said, StringComparison.Ordinal);
        // Before any server has started.
        Assert.Empty(FilesWith(fresh));
        Assert.Equal("", StoredData.Faults(PatrinOptions.From(fresh).SqliteFile));
        Assert.Equal("", await StoredData.BrokenChainAsync(PatrinOptions.From(fresh)));
        Assert.Contains("former", await NamesAsync(fresh), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task R62_without_a_ledger_the_operator_is_told_that_people_may_be_back()
    {
        var (data, backup) = (Path.Combine(_root, "data"), Path.Combine(_root, "before.zip"));
        await PersonAsync(data);
        await CommandLine.RunAsync("backup", backup, "--with-master-key", "--data", data);
        var (code, said) = await CommandLine.RunAsync("restore", backup, "--data", Path.Combine(_root, "fresh"));
        Assert.Equal(0, code);
        Assert.Contains("No ledger of erasures newer than the backup was found", said, StringComparison.Ordinal);
        Assert.NotEmpty(FilesWith(Path.Combine(_root, "fresh")));
        Assert.NotEqual(0, (await CommandLine.RunAsync("restore", backup, "--erasures", Path.Combine(_root, "no-such.log"), "--data", Path.Combine(_root, "other"))).Code);
    }

    private static async Task<Guid> PersonAsync(string data)
    {
        await using var services = await PatrinApp.OpenForCommandAsync(PatrinOptions.From(data), Cancel);
        People.Claim(services);
        People.SignIn(services, new TestPerson(Name));
        await using var scope = services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<Account>().Single(a => a.DisplayName == Name).Id;
    }

    private static async Task EraseAsync(string data, Guid person)
    {
        await using (var services = await PatrinApp.OpenForCommandAsync(PatrinOptions.From(data), Cancel))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<EraseAccount>().RunAsync(person, new Actor("self") { AccountId = person }, Cancel);
        }

        SqliteConnection.ClearAllPools();
    }

    private static async Task<string> NamesAsync(string data)
    {
        await using var services = await PatrinApp.OpenForCommandAsync(PatrinOptions.From(data), Cancel);
        await using var scope = services.CreateAsyncScope();
        return string.Join('\n', scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<Account>().Select(a => a.DisplayName));
    }

    private static List<string> FilesWith(string folder)
    {
        SqliteConnection.ClearAllPools();
        return [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Bytes.Hold(File.ReadAllBytes(f), Name))];
    }
}
