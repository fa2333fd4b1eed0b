using System.CommandLine;

namespace Patrin.Platform.Cli;

/// <summary>Options that every verb understands, and the way a verb reaches the use cases.</summary>
public static class CommonOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = $"Folder of the database and files. Default: ${PatrinOptions.DataVariable}, or the user's application data.",
        Recursive = true,
    };
}

/// <summary>
/// Runs a verb against a prepared database. The composition root sets <see cref="Factory"/>:
/// Platform itself does not know how the services of all modules come together.
/// </summary>
public static class CommandScope
{
    public static Func<PatrinOptions, CancellationToken, Task<ServiceProvider>> Factory { get; set; } =
        (_, _) => throw new InvalidOperationException("The composition root has not set the factory.");

    /// <summary>Opens the database of <paramref name="parse"/>'s <c>--data</c>, runs the action in a scope and closes everything.</summary>
    public static async Task<int> RunAsync(ParseResult parse, Func<IServiceProvider, CancellationToken, Task<int>> action, CancellationToken cancel)
    {
        await using var services = await Factory(PatrinOptions.From(parse.GetValue(CommonOptions.Data)), cancel);
        await using var scope = services.CreateAsyncScope();
        return await action(scope.ServiceProvider, cancel);
    }
}
