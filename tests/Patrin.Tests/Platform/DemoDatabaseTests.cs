using Patrin.Platform;
using Patrin.Platform.Data;

namespace Patrin.Tests.Platform;

public sealed class DemoDatabaseTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("patrin-demo-").FullName;

    private PatrinOptions Options(bool demo) => new() { DataDirectory = _directory, Demo = demo };

    [Fact]
    public void A_complete_demo_of_this_build_is_kept()
    {
        File.WriteAllText(Options(true).SqliteFile, "x");
        DemoDatabase.Complete(Options(true));
        DemoDatabase.ClearIfOutdated(Options(true));
        Assert.True(File.Exists(Options(true).SqliteFile));
    }

    [Fact]
    public void A_demo_of_another_build_or_a_half_loaded_one_is_made_anew()
    {
        File.WriteAllText(Options(true).SqliteFile, "x");
        DemoDatabase.ClearIfOutdated(Options(true));
        Assert.False(File.Exists(Options(true).SqliteFile));
    }

    [Fact]
    public void Real_data_is_never_cleared()
    {
        File.WriteAllText(Options(false).SqliteFile, "x");
        DemoDatabase.ClearIfOutdated(Options(false));
        Assert.True(File.Exists(Options(false).SqliteFile));
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
