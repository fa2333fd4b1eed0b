using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Trail;

/// <summary>One entry as a reader sees it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Who">Name of who acted; null when the reader need not know it.</param>
/// <param name="IsSelf">The reader acted.</param>
public sealed record TrailLine(AuditEntry Entry, string? Who, bool IsSelf);

/// <summary>A page of entries, the newest first.</summary>
/// <param name="Lines">What is shown.</param>
/// <param name="Older">Shows what stands before this number; null on the last page.</param>
/// <param name="IsFirst">Nothing newer is left out.</param>
public sealed record TrailPage(IReadOnlyList<TrailLine> Lines, long? Older, bool IsFirst);

/// <summary>Reads the audit trail in pages along an index: the trail only grows, it is never counted or walked.</summary>
public sealed class ReadTrail(AppDbContext db)
{
    public const int Size = 25;

    /// <param name="scope">What the reader may see.</param>
    /// <param name="before">Number of the entry the page begins before; null for the newest.</param>
    /// <param name="days">First and last day; null for open.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<(IReadOnlyList<AuditEntry> Entries, long? Older)> PageAsync(
        IQueryable<AuditEntry> scope, long? before, (DateOnly? From, DateOnly? To) days, CancellationToken cancel)
    {
        var (first, last) = await NumbersAsync(days, cancel);
        last = Math.Min(last, (before ?? long.MaxValue) - 1);
        var found = await scope.AsNoTracking().Where(e => e.Number >= first && e.Number <= last).OrderByDescending(e => e.Number).Take(Size + 1).ToListAsync(cancel);
        return found.Count > Size ? (found[..Size], found[Size - 1].Number) : (found, null);
    }

    /// <summary>Names of the accounts that acted; erased ones are not among them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<AuditEntry> entries, CancellationToken cancel)
    {
        var ids = AccountsOf(entries);
        var names = await db.Accounts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName }).ToListAsync(cancel);
        return names.ToDictionary(n => n.Id.ToString(), n => n.DisplayName, StringComparer.Ordinal);
    }

    /// <summary>Names of those among them who are or were members of these organisations; the reader knows them.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ColleaguesAsync(IEnumerable<AuditEntry> entries, IReadOnlyList<Guid> organisations, CancellationToken cancel)
    {
        var ids = AccountsOf(entries);
        var names = await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.AccountId) && organisations.Contains(m.OrganisationId))
            .Select(m => new { m.AccountId, m.Account.DisplayName }).Distinct().ToListAsync(cancel);
        return names.ToDictionary(n => n.AccountId.ToString(), n => n.DisplayName, StringComparer.Ordinal);
    }

    /// <summary>A page for somebody who may know some of those who acted: the others stay unnamed.</summary>
    public static TrailPage PageOf((IReadOnlyList<AuditEntry> Entries, long? Older) found, long? before, IReadOnlyDictionary<string, string> names, TrailWords words, string? self) => new(
        [.. found.Entries.Select(e => new TrailLine(e, Guid.TryParse(e.Actor, out _) ? names.GetValueOrDefault(e.Actor) : words.System(e.Actor), e.Actor == self))], found.Older, before is null);

    private static List<Guid> AccountsOf(IEnumerable<AuditEntry> entries) =>
        [.. entries.Select(e => e.Actor).Distinct().Select(a => Guid.TryParse(a, CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>Numbers rise with time: two look-ups along the index of instants turn days into numbers.</summary>
    private async Task<(long First, long Last)> NumbersAsync((DateOnly? From, DateOnly? To) days, CancellationToken cancel)
    {
        var (first, last) = (0L, long.MaxValue);
        if (days.From is { } from)
        {
            var at = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            first = await db.AuditEntries.Where(e => e.At >= at).OrderBy(e => e.At).Select(e => (long?)e.Number).FirstOrDefaultAsync(cancel) ?? long.MaxValue;
        }

        if (days.To is { } to && to < DateOnly.MaxValue)
        {
            var end = to.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            last = await db.AuditEntries.Where(e => e.At < end).OrderByDescending(e => e.At).ThenByDescending(e => e.Number).Select(e => (long?)e.Number).FirstOrDefaultAsync(cancel) ?? 0;
        }

        return (first, last);
    }
}
