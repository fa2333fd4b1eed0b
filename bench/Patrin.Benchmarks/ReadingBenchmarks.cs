using BenchmarkDotNet.Attributes;
using Patrin.Modules.Documents.Lexicons;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary.Gazetteer;

namespace Patrin.Benchmarks;

/// <summary>
/// Reading at three lengths: time must grow with the length and no faster (issue 2: 5 MB/s on one core). Megabytes are
/// UTF-8 bytes of the text; divide <see cref="Megabytes"/> by the mean time.
/// </summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private DocumentReader reader = null!;
    private string prose = "";
    private string endless = "";

    [Params(1, 10)]
    public int Megabytes { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var data = Path.Combine(AppContext.BaseDirectory, "data");
        reader = new DocumentReader(LexiconFiles.LoadAll(Path.Combine(data, "reading")), new GazetteerNames(PlaceNames.Load(Path.Combine(data, "gazetteer"))));
        prose = ReadingCorpus.Make(Megabytes * 1_000_000);
        endless = prose.Replace('.', ' ').Replace('\n', ' ');
    }

    [Benchmark(Baseline = true)]
    public int Prose() => reader.Read(prose, ReadingOptions.Default).Claims.Count;

    [Benchmark]
    public int WithoutFullStopOrLineEnd() => reader.Read(endless, ReadingOptions.Default).Claims.Count;
}
