using Patrin.Cli;

return await Commands.RunAsync(args);

/// <summary>The entry point, named for the test host.</summary>
public sealed partial class Program;
