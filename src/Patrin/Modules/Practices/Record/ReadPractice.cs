using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.Places.Contracts;
using Patrin.Platform.Data;

namespace Patrin.Modules.Practices.Record;

/// <summary>A record as everybody may read it.</summary>
/// <param name="Practice">The columns beside the content; nothing of a draft may be taken from it.</param>
/// <param name="Content">What is shown.</param>
public sealed record ReadablePractice(Practice Practice, PracticeContent Content)
{
    public const int MonthsUntilOld = 24;

    /// <summary>The network's place it happened in.</summary>
    public PlaceCard? Place { get; init; }

    /// <summary>The member organisation that owns it.</summary>
    public OrganisationCard? Owner { get; init; }

    public IReadOnlyList<PracticeStep> Steps { get; init; } = [];

    /// <summary>Nobody checked it for two years, or ever.</summary>
    public bool IsOld(DateOnly today) => Content.LastVerifiedOn is not { } day || day.AddMonths(MonthsUntilOld) < today;
}

/// <summary>Reads one record for the public; what is not readable does not exist here.</summary>
public sealed class ReadPractice(AppDbContext db, PlaceQueries places, OrganisationQueries organisations)
{
    private const int MostSteps = 50;

    /// <summary>The record alone; null when there is none that may be read.</summary>
    public async Task<ReadablePractice?> FindAsync(string slug, CancellationToken cancel) =>
        await db.Practices.AsNoTracking().Readable().FirstOrDefaultAsync(p => p.Slug == slug, cancel) is { ShownContent: { } content } practice
            ? new(practice, content)
            : null;

    /// <summary>The record with what surrounds it.</summary>
    public async Task<ReadablePractice?> RunAsync(string slug, CancellationToken cancel)
    {
        if (await FindAsync(slug, cancel) is not { } found)
            return null;
        var (practice, owner) = (found.Practice, found.Practice.OwnerId);
        return found with
        {
            Place = found.Content.PlaceKey is { } key ? await places.FindAsync(key, cancel) : null,
            Owner = owner is { } id ? (await organisations.ByIdsAsync([id], cancel)).GetValueOrDefault(id) : null,
            Steps = await db.PracticeSteps.AsNoTracking().Where(s => s.PracticeId == practice.Id).OrderBy(s => s.At).ThenBy(s => s.Id).Take(MostSteps).ToListAsync(cancel),
        };
    }
}
