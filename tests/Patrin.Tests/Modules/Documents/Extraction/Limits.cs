using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>The limits of R-47 as assertions. Two seconds on a quiet machine; tests share theirs with others.</summary>
internal static class Limits
{
    private static readonly TimeSpan _most = TimeSpan.FromSeconds(8);

    public static void Hold(ExtractionResult result, TimeSpan elapsed)
    {
        Assert.True(elapsed < _most, $"took {elapsed.TotalSeconds:F1} s");
        Assert.True(result.Cost is null || result.Cost.PeakBytes <= 310L << 20, $"took {result.Cost?.PeakBytes >> 20} MB");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{elapsed.TotalMilliseconds:F0} ms, processor {result.Cost?.Processor.TotalMilliseconds:F0} ms, peak {result.Cost?.PeakBytes >> 20} MB");
    }
}
