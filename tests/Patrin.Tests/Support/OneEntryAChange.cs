using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Patrin.Platform.Access;

namespace Patrin.Tests.Support;

/// <summary>
/// Stands in a test site that watches its changes and looks over the shoulder of every request of somebody signed in: one that changed a record and
/// was answered well must have written exactly one audit entry (quality.md R-14). One that did not is answered with 500 and the
/// reason, so that whichever test sent it fails. Reads the commands themselves: changes past the change tracker count too.
/// </summary>
public sealed partial class OneEntryAChange(IHttpContextAccessor requests) : DbCommandInterceptor
{
    /// <summary>What is not a record: traces of the machinery, things that follow from a change, what a person reads.</summary>
    private static readonly HashSet<string> NotRecords = new(StringComparer.Ordinal)
    {
        "audit_head", "sessions", "throttled_tries", "asked_mails", "mail_outbox", "notices", "periodic_runs", "key_ring", "half_sign_ins",
        "passkey_challenges", "one_time_tokens", "site",
    };

    /// <summary>Forms that carry out two actions, each with its own entry: a round is opened and run with one button. Showing a passkey moves its counter and is no change of a record.</summary>
    private static readonly Dictionary<string, int> Together = new(StringComparer.Ordinal) { ["/twinning/rounds/new"] = 2, ["/passkeys/prove"] = 0 };

    /// <summary>That a key for programs was used is a trace, like the time of a session; making and revoking it are records.</summary>
    [GeneratedRegex("""UPDATE "?api_tokens"? AS "?a"?\s+SET "?last_used_at"? = """)]
    private static partial Regex KeyWasUsed();

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return new(result);
    }

    private void Note(DbCommand command)
    {
        if (requests.HttpContext?.Items[typeof(Seen)] is not Seen seen)
            return;
        foreach (Match match in Changes().Matches(command.CommandText))
        {
            var table = match.Groups[1].Value;
            if (table == "audit_entries")
                seen.Entries++;
            else if (!NotRecords.Contains(table) && !KeyWasUsed().IsMatch(command.CommandText))
                seen.Tables.Add(table);
        }
    }

    [GeneratedRegex("""(?:^|;|\n)\s*(?:INSERT INTO|UPDATE|DELETE FROM) "?([a-z_]+)"?""")]
    private static partial Regex Changes();

    internal sealed class Seen
    {
        public int Entries { get; set; }

        public HashSet<string> Tables { get; } = [];
    }

    /// <summary>Outermost in the chain: holds the answer back until it is judged.</summary>
    internal sealed class Judge : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                var seen = new Seen();
                context.Items[typeof(Seen)] = seen;
                context.Response.OnStarting(() =>
                {
                    if (context.Response.StatusCode < 400 && Actor.Of(context.User).AccountId is not null && seen.Tables.Count > 0 && seen.Entries != Together.GetValueOrDefault(context.Request.Path, 1))
                        throw new InvalidOperationException(
                            $"R-14: {context.Request.Method} {context.Request.Path} changed {string.Join(", ", seen.Tables)} with {seen.Entries} audit entries instead of one.");
                    return Task.CompletedTask;
                });
                await go();
            });
            next(app);
        };
    }
}
