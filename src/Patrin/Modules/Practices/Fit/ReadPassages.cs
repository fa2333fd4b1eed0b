using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Places;
using Patrin.Platform.Data;

namespace Patrin.Modules.Practices.Fit;

/// <summary>The sentence of a source behind an answer.</summary>
public sealed record FitPassage(Guid Claim, Guid Document, string Before, string Quote, string After, string Title, string Publisher, string Language);

/// <summary>Reads the sentences behind a list of claims in one query; withdrawn ones are left out.</summary>
public sealed class ReadPassages(AppDbContext db)
{
    private const int Most = 60;

    public async Task<IReadOnlyDictionary<Guid, FitPassage>> RunAsync(IEnumerable<Guid> claims, CancellationToken cancel)
    {
        var ids = claims.Distinct().Take(Most).ToList();
        if (ids.Count == 0)
            return new Dictionary<Guid, FitPassage>();
        return await (from c in db.Claims.Facts().AsNoTracking()
                      where ids.Contains(c.Id)
                      join p in db.PlacePassages on c.Id equals p.ClaimId into around
                      from p in around.DefaultIfEmpty()
                      select new FitPassage(c.Id, c.DocumentId, p == null ? "" : p.Before, c.Quote, p == null ? "" : p.After, c.Document.Title, c.Document.Publisher, c.Document.Language))
            .ToDictionaryAsync(p => p.Claim, cancel);
    }
}
