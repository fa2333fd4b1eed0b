using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning.Explain;

/// <summary>The words of a source that a claim rests on.</summary>
public sealed record Passage(Guid Claim, Guid Document, string Quote, string Title, string Publisher, string Written, string Language);

/// <summary>The passages of one page by claim.</summary>
public sealed record Passages(IReadOnlyDictionary<Guid, Passage> ByClaim)
{
    /// <summary>Those that still stand, in the order asked for; a claim whose document was withdrawn is left out.</summary>
    public IEnumerable<Passage> Of(IEnumerable<Guid> claims) => claims.Select(ByClaim.GetValueOrDefault).OfType<Passage>();
}

/// <summary>Reads the passages behind a list of claims in one query.</summary>
public sealed class PassageReader(AppDbContext db)
{
    public async Task<Passages> FindAsync(IEnumerable<Guid> claims, CancellationToken cancel)
    {
        var ids = claims.Distinct().ToList();
        var found = await db.Claims.AsNoTracking().Facts().Where(c => ids.Contains(c.Id))
            .Select(c => new Passage(c.Id, c.DocumentId, c.Quote, c.Document.Title, c.Document.Publisher, c.Document.Written, c.Document.Language))
            .ToDictionaryAsync(passage => passage.Claim, cancel);
        return new Passages(found);
    }
}
