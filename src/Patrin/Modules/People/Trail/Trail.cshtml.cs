using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Trail;

/// <summary>The whole audit trail, for administrators.</summary>
[AdministratorsPage]
public sealed class TrailModel(AppDbContext db, ReadTrail read, TrailWords words) : PageModel
{
    public string Person { get; private set; } = "";

    public string Did { get; private set; } = "";

    public string Kind { get; private set; } = "";

    public string Record { get; private set; } = "";

    public DateOnly? From { get; private set; }

    public DateOnly? To { get; private set; }

    public bool NobodyFound { get; private set; }

    public TrailPage Found { get; private set; } = new([], null, true);

    public async Task OnGetAsync(
        string? person, string? did, string? kind, string? record, DateOnly? from, DateOnly? to, long? before, CancellationToken cancel)
    {
        (Person, Did, From, To) = (Short(person), Short(did), from, to);
        (Kind, Record) = record is { Length: > 0 } && kind is { Length: > 0 } ? (Short(kind), Short(record)) : ("", "");
        var scope = db.AuditEntries.Where(e => Did == "" || e.Action == Did);
        if (Record.Length > 0)
            scope = scope.Where(e => e.Kind == Kind && e.RecordId == Record);
        if (Person.Length > 0)
        {
            if (await ActorAsync(cancel) is not { } actor)
            {
                NobodyFound = true;
                return;
            }

            scope = scope.Where(e => e.Actor == actor);
        }

        var (entries, older) = await read.PageAsync(scope, before, (from, to), cancel);
        var names = await read.NamesAsync(entries, cancel);
        Found = new([.. entries.Select(e => new TrailLine(e, Guid.TryParse(e.Actor, out _) ? names.GetValueOrDefault(e.Actor) ?? e.Actor : words.System(e.Actor), false))], older, before is null);
    }

    /// <summary>The id of the account, from its id or its whole address; null when there is none.</summary>
    private async Task<string?> ActorAsync(CancellationToken cancel)
    {
        if (Guid.TryParse(Person, out var id))
            return id.ToString();
        var mail = Person.Trim().ToUpperInvariant();
        var found = await db.Accounts.Where(a => a.NormalizedEmail == mail).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
        return found?.ToString();
    }

    private static string Short(string? text) => text is { Length: > 254 } ? text[..254] : text ?? "";
}
