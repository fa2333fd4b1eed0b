using BenchmarkDotNet.Attributes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Patrin.Modules.Practices;
using Patrin.Modules.Practices.Index;
using Patrin.Modules.Practices.List;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Tests.Support;

namespace Patrin.Benchmarks.Practices;

/// <summary>
/// The list of practices with all its facet counts over fifty thousand records (issue 4: under 50 ms median): what the page asks
/// for, without drawing it. <see cref="Rebuild"/> is the first look of a node, <see cref="FollowOneChange"/> the look after somebody published.
/// </summary>
[MemoryDiagnoser]
#pragma warning disable CA1001 // The index lives as long as the process.
public class PracticeListBenchmarks
#pragma warning restore CA1001
{
    public const int Records = 50_000;

    private static readonly PracticeFilter Nothing = PracticeFilter.From(new QueryCollection());

    private static readonly PracticeFilter Some = PracticeFilter.From(new QueryCollection(new Dictionary<string, StringValues>
    {
        ["area"] = new(["EDU", "HLT"]), ["country"] = new(["RO", "BG", "HU"]), ["level"] = "E1", ["target"] = "ROMA_ALL",
    }));

    private static readonly PracticeFilter Words = PracticeFilter.From(new QueryCollection(new Dictionary<string, StringValues> { ["q"] = "school 77" }));

    // Filled once for each engine, when everything runs in one process (switch -i).
    private static readonly Dictionary<string, Prepared> Filled = [];

    private FacetTexts _texts = null!;
    private PracticeIndex _index = null!;
    private Prepared _prepared = null!;

    private sealed record Prepared(string Folder, string? Postgres);

    [Params("SQLite", "PostgreSQL")]
    public string Engine { get; set; } = "";

    [GlobalSetup]
    public async Task FillAsync()
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        var codes = CodeLists.Load(Path.Combine(data, "codes"));
        var texts = new Texts(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Localization")));
        _texts = new FacetTexts(new PracticeWords(codes, texts), texts);
        var isFilled = Filled.TryGetValue(Engine, out var prepared);
        Filled[Engine] = _prepared = prepared ?? new(
            Directory.CreateTempSubdirectory("patrin-bench-").FullName,
            Engine == "SQLite" ? null : PostgresServer.NewDatabase() ?? throw new InvalidOperationException(PostgresServer.Unavailable));
        await using var db = Open();
        if (!isFilled)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(_prepared.Folder, recursive: true);
            await db.Database.MigrateAsync();
            await PracticeCorpus.FillAsync(db, codes, Records);
        }

        _index = new PracticeIndex();
        await _index.GetAsync(db, CancellationToken.None);
    }

    [Benchmark]
    public Task<PracticeListing> Unfiltered() => ListAsync(Nothing, 1);

    [Benchmark]
    public Task<PracticeListing> FourFacets() => ListAsync(Some, 2);

    [Benchmark]
    public Task<PracticeListing> FreeText() => ListAsync(Words, 1);

    [Benchmark]
    public Task<PracticeListing> LastPage() => ListAsync(Nothing, Records);

    [Benchmark]
    public async Task<int> FollowOneChange()
    {
        await using var db = Open();
        var id = await db.Practices.OrderBy(p => p.Slug).Select(p => p.Id).FirstAsync();
        var practice = await db.Practices.SingleAsync(p => p.Id == id);
        await new KeepPractice(db, TimeProvider.System).SaveAsync(practice, CancellationToken.None);
        return (await _index.GetAsync(db, CancellationToken.None)).Count;
    }

    [Benchmark]
    public async Task<int> Rebuild()
    {
        await using var db = Open();
        using var fresh = new PracticeIndex();
        return (await fresh.GetAsync(db, CancellationToken.None)).Count;
    }

    private async Task<PracticeListing> ListAsync(PracticeFilter filter, int page)
    {
        await using var db = Open();
        return await new ListPractices(db, _index, _texts).RunAsync(filter, page, CancellationToken.None);
    }

    private AppDbContext Open()
    {
        if (_prepared.Postgres is { } connection)
        {
            var postgres = new DbContextOptionsBuilder<PostgresDbContext>();
            postgres.Postgres(connection);
            return new PostgresDbContext(postgres.Options);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteDbContext>();
        sqlite.Sqlite(Path.Combine(_prepared.Folder, "bench.db"));
        return new SqliteDbContext(sqlite.Options);
    }
}
