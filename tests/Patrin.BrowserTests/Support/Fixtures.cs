using Patrin.BrowserTests.Support;

[assembly: AssemblyFixture(typeof(Chromium))]
// One browser and two cores: pages one after the other are faster than all at once.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
