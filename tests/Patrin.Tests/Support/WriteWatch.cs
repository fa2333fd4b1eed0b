using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Data;

namespace Patrin.Tests.Support;

/// <summary>Sees every statement that changes rows of one site's database, whichever way the program sends it.</summary>
internal sealed partial class WriteWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly List<IDisposable> _subscriptions = [];
    private readonly string _database;
    private readonly HashSet<string> _ignored;

    /// <param name="services">The site's.</param>
    /// <param name="ignored">Tables whose changes do not count.</param>
    public WriteWatch(IServiceProvider services, params IEnumerable<string> ignored)
    {
        _ignored = ignored.ToHashSet(StringComparer.Ordinal);
        using var scope = services.CreateScope();
        _database = NameOf(scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.GetDbConnection());
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was written since the last question: verb and table.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_seen.TryDequeue(out var write))
            taken.Add(write);
        return taken;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            // Only this event: asked for all of them, EF describes everything it does in every test that runs beside.
            _subscriptions.Add(value.Subscribe(this, (name, _, _) => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData { Command: { Connection: { } connection } command } || value.Key != RelationalEventId.CommandExecuting.Name || NameOf(connection) != _database)
            return;
        foreach (Match write in Writes().Matches(command.CommandText))
        {
            if (!_ignored.Contains(write.Groups["table"].Value))
                _seen.Enqueue(write.Groups["verb"].Value + " " + write.Groups["table"].Value);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    private static string NameOf(DbConnection connection) => connection.DataSource + " " + connection.Database;

    [GeneratedRegex("""(?<verb>INSERT INTO|UPDATE|DELETE FROM)\s+"?(?<table>\w+)""")]
    private static partial Regex Writes();
}
