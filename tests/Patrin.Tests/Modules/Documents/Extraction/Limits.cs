using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>
/// R-47 as assertions. Two seconds are meant for a quiet machine; here processor time is held, which a busy one
/// stretches little, and the clock only against the worker's own limit and a place in the queue.
/// </summary>
internal static class Limits
{
    private static readonly TimeSpan _processor = TimeSpan.FromSeconds(4), _clock = TimeSpan.FromSeconds(40);

    public static void Hold(ExtractionResult result, TimeSpan elapsed)
    {
        Assert.True(elapsed < _clock, $"took {elapsed.TotalSeconds:F1} s");
        Assert.True(result.Cost is null || result.Cost.Processor < _processor, $"took {result.Cost?.Processor.TotalSeconds:F1} s of processor");
        Assert.True(result.Cost is null || result.Cost.PeakBytes <= 310L << 20, $"took {result.Cost?.PeakBytes >> 20} MB");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{elapsed.TotalMilliseconds:F0} ms, processor {result.Cost?.Processor.TotalMilliseconds:F0} ms, peak {result.Cost?.PeakBytes >> 20} MB");
    }
}
