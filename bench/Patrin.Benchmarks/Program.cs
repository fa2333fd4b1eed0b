using BenchmarkDotNet.Running;
using Patrin.Benchmarks.Load;
using Patrin.Benchmarks.Matching;

if (args is ["bare", .. var rest])
    BareServer.Run(rest);
else if (args is ["matching", .. var instances])
    MatchingCompare.Run(instances);
else
    BenchmarkSwitcher.FromAssembly(typeof(BareServer).Assembly).Run(args);
