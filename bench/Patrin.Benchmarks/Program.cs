using BenchmarkDotNet.Running;
using Patrin.Benchmarks.Load;

if (args is ["bare", .. var rest])
    BareServer.Run(rest);
else
    BenchmarkSwitcher.FromAssembly(typeof(BareServer).Assembly).Run(args);
