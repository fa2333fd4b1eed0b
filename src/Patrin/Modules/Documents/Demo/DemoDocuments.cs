using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Import;
using Patrin.Modules.Documents.Review;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Text;

namespace Patrin.Modules.Documents.Demo;

/// <summary>Fills an empty database with the sample documents, through the same use cases as everybody's documents.</summary>
public sealed class DemoDocuments(AppDbContext db, ImportDocument import, DecideOnClaims decide, AcceptClearClaims acceptClear, ILogger<DemoDocuments> log)
{
    public async Task LoadAsync(string samples, CancellationToken cancel)
    {
        var folder = Path.Combine(samples, "documents");
        if (!Directory.Exists(folder) || await db.Documents.AnyAsync(cancel))
            return;
        foreach (var file in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            await import.RunAsync(new(await File.ReadAllBytesAsync(file, cancel), Path.GetFileName(file)) { FromCommandLine = true }, Actor.Demo, cancel);
            db.ChangeTracker.Clear();
        }

        await DecideAsync(DemoDecisions.Read(Path.Combine(samples, "decisions.json")), cancel);
    }

    private async Task DecideAsync(DemoDecisions demo, CancellationToken cancel)
    {
        foreach (var document in demo.AcceptClear ? await db.Documents.OrderBy(d => d.ImportedAt).Select(d => d.Id).ToListAsync(cancel) : [])
        {
            if (await AcceptClearClaims.Clear(db.Claims, document, null).AnyAsync(cancel))
                await acceptClear.RunAsync(document, null, Actor.Demo, cancel, demo.AcceptedAt);
            db.ChangeTracker.Clear();
        }

        foreach (var decision in demo.Decisions)
            await DecideAsync(decision, cancel);
    }

    private async Task DecideAsync(DemoDecision decision, CancellationToken cancel)
    {
        var quote = Folding.Fold(decision.Quote);
        var kind = decision.KindValue;
        var candidates = await db.Claims.AsNoTracking().Include(c => c.Codes)
            .Where(c => (c.Document.FileName == decision.Document || c.Document.Sha256 == decision.Document) && c.Kind == kind && (decision.Subject == null || c.SubjectKey == decision.Subject))
            .OrderBy(c => c.Number).ToListAsync(cancel);
        // Two claims of a kind may share a sentence ("21,393 Bulgarian and 13,695 Romanian citizens"): each decision takes the next open one.
        var fitting = candidates.FindAll(c => Folding.Fold(c.Quote).Contains(quote, StringComparison.Ordinal));
        var claim = fitting.Find(c => c.State == ClaimState.Proposed) ?? fitting.FirstOrDefault();
        if (claim is null)
        {
            // The reader may learn to read a sentence better: the demo still starts, and says what it could not apply.
            log.LogWarning("Demo decision not applied, no such claim: {Document} {Kind} \"{Quote}\"", decision.Document, decision.Kind, decision.Quote);
            return;
        }

        try
        {
            await decide.RunAsync(
                new(claim.Id, null, decision.DecisionValue) { Reason = decision.Reason, At = decision.Date?.ToUniversalTime(), Corrected = decision.Correct?.On(claim.Reading) },
                Actor.Demo, cancel);
        }
        catch (RuleBroken broken)
        {
            log.LogWarning("Demo decision not applied: {Document} {Kind} \"{Quote}\": {Why}", decision.Document, decision.Kind, decision.Quote, broken.Message);
        }

        db.ChangeTracker.Clear();
    }
}
