using Patrin.Cli;
using Patrin.Modules.Documents.Extraction.Worker;

// Before anything else: the parsing process loads no settings, no services and no database.
if (args is [ExtractWorker.Verb, ..])
    return ExtractWorker.Serve();

return await Commands.RunAsync(args);

/// <summary>The entry point, named for the test host.</summary>
public sealed partial class Program;
