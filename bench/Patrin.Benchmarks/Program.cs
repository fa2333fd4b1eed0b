using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Patrin.Benchmarks.Marker).Assembly).Run(args);

namespace Patrin.Benchmarks
{
    /// <summary>Names this assembly for the switcher.</summary>
    internal static class Marker;
}
