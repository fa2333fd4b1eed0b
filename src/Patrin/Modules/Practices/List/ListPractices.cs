using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Practices.Index;
using Patrin.Modules.Practices.Rubric;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Practices.List;

/// <summary>A line of the list.</summary>
public sealed record PracticeRow(
    Guid Id, string Slug, string Title, string Summary, string Language, RecordType RecordType, PracticeStatus Status, Standing Standing,
    EvidenceLevel Level, string Country, string PlaceName, string OwnerName)
{
    public IReadOnlyList<string> Areas { get; init; } = [];
}

/// <summary>One page of the list with the facets around it.</summary>
/// <param name="Rows">The lines of the page.</param>
/// <param name="Facets">What can be chosen, with counts.</param>
/// <param name="Paging">Which page of how many.</param>
/// <param name="All">How many records there are without a filter.</param>
public sealed record PracticeListing(IReadOnlyList<PracticeRow> Rows, IReadOnlyList<Facet> Facets, Paging Paging, int All);

/// <summary>Finds and counts in memory, and reads only the lines of one page from the database, by their ids.</summary>
public sealed class ListPractices(AppDbContext db, PracticeIndex practices, FacetTexts facets)
{
    public const int PageSize = 20;

    public async Task<PracticeListing> RunAsync(PracticeFilter filter, int? page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var index = await practices.GetAsync(db, cancel);
        var found = index.Find(filter.Chosen, filter.Words);
        var paging = Paging.Of(page, found.Total, PageSize);
        var entries = found.Page(filter.Sort, paging.Skip, paging.Size);
        var rows = await RowsAsync([.. entries.Select(e => e.Id)], cancel);
        return new(
            // A record that was hidden a moment ago is not among the rows.
            [.. entries.Where(e => rows.ContainsKey(e.Id)).Select(e => rows[e.Id] with { Areas = [.. e.Codes.Where(c => c.Facet == FacetCodes.Area).Select(c => c.Code)] })],
            facets.Of(found, filter), paging, index.Count);
    }

    private Task<Dictionary<Guid, PracticeRow>> RowsAsync(IReadOnlyList<Guid> ids, CancellationToken cancel) =>
        db.Practices.AsNoTracking().Listed().Where(p => ids.Contains(p.Id))
            .Select(p => new PracticeRow(p.Id, p.Slug, p.Title, p.Summary, p.Language, p.RecordType, p.Status, p.Standing, p.Level, p.Country, p.PlaceName, p.OwnerName))
            .ToDictionaryAsync(p => p.Id, cancel);
}
