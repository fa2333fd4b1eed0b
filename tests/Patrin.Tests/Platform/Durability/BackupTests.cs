using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents.Import;
using Patrin.Platform;
using Patrin.Platform.Data;
using Patrin.Platform.Settings;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Durability;

public sealed class BackupTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("patrin-backup-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_backup_is_for_its_owner_holds_no_key_and_comes_back_whole()
    {
        var data = Path.Combine(_root, "a");
        await StoreSomethingAsync(PatrinOptions.From(data));
        var file = Path.Combine(_root, "backup.zip");
        await Backup.WriteAsync(PatrinOptions.From(data), file, withKey: false, TestContext.Current.CancellationToken);
        await using (var zip = await ZipFile.OpenReadAsync(file, TestContext.Current.CancellationToken))
            Assert.Equal(["patrin.db"], zip.Entries.Select(e => e.FullName));
        if (!OperatingSystem.IsWindows())
            Assert.Equal((UnixFileMode)0, File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead));
        Assert.Empty(Directory.GetFiles(data, ".backup*"));
        await Assert.ThrowsAsync<StartRefused>(() => Backup.WriteAsync(PatrinOptions.From(data), file, withKey: false, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<StartRefused>(() => Backup.ReadAsync(PatrinOptions.From(data), file, null, TestContext.Current.CancellationToken));

        var empty = PatrinOptions.From(Path.Combine(_root, "b"));
        await Backup.ReadAsync(empty, file, null, TestContext.Current.CancellationToken);
        File.Copy(Path.Combine(data, "master.key"), Path.Combine(empty.DataDirectory, "master.key"), overwrite: true);
        Assert.Equal("", StoredData.Faults(empty.SqliteFile));
        Assert.Equal("", await StoredData.BrokenChainAsync(empty));
    }

    /// <summary>An audited write: an account of a document with its claims.</summary>
    private static async Task StoreSomethingAsync(PatrinOptions options)
    {
        await using var services = await PatrinApp.OpenForCommandAsync(options, TestContext.Current.CancellationToken);
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportDocument>().RunAsync(
            new(Encoding.UTF8.GetBytes(DocumentsSite.Profile("Dlhanice")), "profile.md") { Title = "Profile", Language = "en" }, People.Curator, TestContext.Current.CancellationToken);
    }
}
