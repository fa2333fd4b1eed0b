using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;

namespace Patrin.Modules.Documents;

/// <summary>Who imported documents and decided on claims: both stay, the names go.</summary>
public sealed class DocumentAuthors(AppDbContext db) : IPersonalData
{
    public string Part => "documents";

    public IReadOnlyList<string> Tables => ["documents", "claim_decisions"];

    public async Task<object> ExportAsync(Guid account, CancellationToken cancel) => new
    {
        Imported = await db.Documents.AsNoTracking().Where(d => d.ImportedById == account).OrderBy(d => d.ImportedAt)
            .Select(d => new { d.Id, d.Title, d.ImportedAt, Name = d.ImportedBy }).ToListAsync(cancel),
        Decisions = await db.ClaimDecisions.AsNoTracking().Where(d => d.ById == account).OrderBy(d => d.At)
            .Select(d => new { Claim = d.ClaimId, d.Kind, d.At, d.Reason, Name = d.By }).ToListAsync(cancel),
    };

    public async Task EraseAsync(Guid account, CancellationToken cancel)
    {
        await db.Documents.Where(d => d.ImportedById == account)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.ImportedBy, FormerParticipant.Name).SetProperty(d => d.ImportedById, (Guid?)null), cancel);
        await db.ClaimDecisions.Where(d => d.ById == account)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.By, FormerParticipant.Name).SetProperty(d => d.ById, (Guid?)null), cancel);
    }
}
