using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Data;

namespace Patrin.Modules.Documents.Claims;

/// <summary>A claim as exports and the API write it: with its document and its subject, offsets in code points.</summary>
public sealed record ClaimRow(
    Guid Id, ClaimDocument Document, ClaimKind Kind, ClaimSubject Subject, decimal? Low, decimal? High, bool About, string Unit, string Method,
    ClaimScope Scope, string ScopeName, int? Year, int? YearTo, IReadOnlyList<string> Codes, string Text, string Quote, int Start, int End,
    ClaimState State, bool IsPreferred, double Confidence, string Rule)
{
    public bool HasValue => Low is not null || High is not null;

    /// <summary>Rows of <paramref name="claims"/>, in their order: two queries, whatever their number.</summary>
    public static async Task<List<ClaimRow>> LoadAsync(AppDbContext db, IQueryable<Claim> claims, CancellationToken cancel)
    {
        var rows = await claims.AsNoTracking().Select(c => new
        {
            Claim = c,
            Document = new ClaimDocument(c.DocumentId, c.Document.Title, c.Document.Sha256, c.Document.Address, c.Document.Language),
        }).ToListAsync(cancel);
        var ids = rows.Select(r => r.Claim.Id).ToList();
        var codes = (await db.ClaimCodes.AsNoTracking().Where(c => ids.Contains(c.ClaimId)).ToListAsync(cancel)).ToLookup(c => c.ClaimId, c => c.Code);
        var documents = rows.Select(r => r.Claim.DocumentId).Distinct().ToList();
        var subjects = (await db.DocumentSubjects.AsNoTracking().Where(s => documents.Contains(s.DocumentId)).ToListAsync(cancel))
            .ToDictionary(s => (s.DocumentId, s.Key), s => new ClaimSubject(s.Key, s.Name, s.Country, s.Type));
        return [.. rows.Select(r => Of(r.Claim, r.Document, codes[r.Claim.Id], subjects.GetValueOrDefault((r.Claim.DocumentId, r.Claim.SubjectKey))))];
    }

    private static ClaimRow Of(Claim c, ClaimDocument document, IEnumerable<string> codes, ClaimSubject? subject) => new(
        c.Id, document, c.Kind, subject ?? new(c.SubjectKey, "", "", ""), c.Low, c.High, c.About, c.Unit, c.Method, c.Scope, c.ScopeName,
        c.Year, c.YearTo, [.. codes.Order(StringComparer.Ordinal)], c.Text, c.Quote, c.CodePointStart, c.CodePointEnd, c.State, c.IsPreferred, c.Confidence, c.Rule);
}

/// <summary>The document a claim stands in.</summary>
public sealed record ClaimDocument(Guid Id, string Title, string Sha256, string Address, string Language);

/// <summary>The place or programme a claim is about; name, country and type are empty for the document as a whole.</summary>
public sealed record ClaimSubject(string Key, string Name, string Country, string Type);
