using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Patrin.Platform.Logging;

/// <summary>One line per event for the person at the terminal; an exception follows, indented.</summary>
internal sealed class PlainConsole() : ConsoleFormatter(Key)
{
    public const string Key = "patrin";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.Write(Level(logEntry.LogLevel));
        textWriter.Write(logEntry.Category);
        textWriter.Write(": ");
        textWriter.WriteLine(LogText.Neutral(logEntry.Formatter(logEntry.State, logEntry.Exception)));
        foreach (var line in logEntry.Exception?.ToString().Split('\n') ?? [])
            textWriter.WriteLine("    " + LogText.Neutral(line.TrimEnd('\r')));
    }

    private static string Level(LogLevel level) => level switch
    {
        LogLevel.Critical => "CRITICAL ",
        LogLevel.Error => "ERROR ",
        LogLevel.Warning => "warning ",
        _ => "",
    };
}
