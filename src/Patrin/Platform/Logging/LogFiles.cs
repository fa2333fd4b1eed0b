using System.Text;
using Microsoft.Extensions.Logging.Console;
using Serilog;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Sinks.File;

namespace Patrin.Platform.Logging;

/// <summary>
/// Where the program says what happens to it: the console for people, <c>DATA/logs</c> for programs. One JSON object per line, a
/// file a day or per 100 MB, ten files and thirty days at most, readable by the owner only (quality.md section 4). What cannot
/// be written (a full disk) is lost; it never stops a request.
/// </summary>
public static class LogFiles
{
    private const long Largest = 100L * 1024 * 1024;
    private const int Most = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static void AddPatrinLogs(this ILoggingBuilder logging, PatrinOptions options)
    {
        logging.ClearProviders();
        logging.AddConsole(o => o.FormatterName = PlainConsole.Key).AddConsoleFormatter<PlainConsole, ConsoleFormatterOptions>();
        logging.AddSerilog(
            new LoggerConfiguration().MinimumLevel.Is(LogEventLevel.Information).WriteTo.File(
                new JsonLines(), Path.Combine(options.DataDirectory, "logs", "patrin-.jsonl"), rollingInterval: RollingInterval.Day, fileSizeLimitBytes: Largest,
                rollOnFileSizeLimit: true, retainedFileCountLimit: Most, retainedFileTimeLimit: Longest, hooks: new OwnerOnly()).CreateLogger(),
            dispose: true);
        logging.Services.PostConfigure<LoggerFilterOptions>(Levels);
    }

    /// <summary>
    /// What is said, whatever a configuration says: the framework's finer levels print addresses, and addresses of links in mails
    /// are keys.
    /// </summary>
    private static void Levels(LoggerFilterOptions filters)
    {
        filters.Rules.Clear();
        filters.MinLevel = LogLevel.Information;
        (string Category, LogLevel From)[] levels =
        [
            ("Microsoft", LogLevel.Warning), ("System", LogLevel.Warning), ("Patrin", LogLevel.Information),
            ("Microsoft.AspNetCore.StaticFiles", LogLevel.Error), ("Microsoft.AspNetCore.DataProtection", LogLevel.Error),
            // The first look into an empty database is a failed command to EF; real failures arrive as exceptions.
            ("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Critical),
            // Says at every signed-in request that it was challenged.
            ("Patrin.Modules.People.Sessions", LogLevel.Warning),
        ];
        foreach (var (category, from) in levels)
            filters.Rules.Add(new(providerName: null, category, from, filter: null));
    }

    /// <summary>The compact format; whatever would act on a terminal stands as an escape inside its string.</summary>
    private sealed class JsonLines : ITextFormatter
    {
        private readonly CompactJsonFormatter _compact = new();

        public void Format(LogEvent logEvent, TextWriter output)
        {
            using var line = new StringWriter();
            _compact.Format(logEvent, line);
            output.WriteLine(LogText.Neutral(line.ToString().TrimEnd('\r', '\n')));
        }
    }

    private sealed class OwnerOnly : FileLifecycleHooks
    {
        public override Stream OnFileOpened(string path, Stream underlyingStream, Encoding encoding)
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return underlyingStream;
        }
    }
}
