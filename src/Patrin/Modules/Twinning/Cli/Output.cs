using System.Text;

namespace Patrin.Modules.Twinning.Cli;

/// <summary>Writes what a verb found to a file or the screen, the same bytes in both.</summary>
internal static class Output
{
    public static async Task WriteAsync(string text, string? file, CancellationToken cancel)
    {
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, text, cancel);
            return;
        }

        await using var screen = Console.OpenStandardOutput();
        await screen.WriteAsync(Encoding.UTF8.GetBytes(text), cancel);
    }
}
