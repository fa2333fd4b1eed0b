using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Places.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;

namespace Patrin.Modules.Practices.Demo;

/// <summary>
/// Fills an empty demo network with the sample records: real cases from public sources, told in our own words.
/// Nobody reviewed them here, and they are shown as that: no review, no level above what an unreviewed record may have.
/// </summary>
public sealed class DemoPractices(AppDbContext db, KeepPractice keep, PlaceQueries places, AuditTrail audit, TimeProvider clock, ILogger<DemoPractices> log)
{
    public async Task LoadAsync(string samples, CancellationToken cancel)
    {
        var folder = Path.Combine(samples, "practices");
        if (!Directory.Exists(folder) || await db.Practices.AnyAsync(cancel))
            return;
        var known = await places.AllAsync(cancel);
        // One transaction for all: fifty of them take as long as one.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var file in Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                await AddAsync(await File.ReadAllTextAsync(file, cancel), known, cancel);
            }
            catch (JsonException broken)
            {
                log.LogWarning("Sample practice not loaded: {File}: {Why}", Path.GetFileName(file), broken.Message);
            }

            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancel);
    }

    private async Task AddAsync(string json, IReadOnlyList<PlaceCard> known, CancellationToken cancel)
    {
        var sample = JsonSerializer.Deserialize<Sample>(json, JsonSerializerOptions.Web)!;
        var content = PracticeJson.Read(json);
        var (elements, last) = PracticeElement.Follow(null, content.Elements);
        content = content with
        {
            Language = "en", Elements = elements, LastElement = last,
            PlaceKey = sample.NetworkPlace is { } name ? Find(known, content, name)?.Key : null,
        };
        var now = clock.GetUtcNow().UtcDateTime;
        var practice = new Practice { Slug = sample.Slug, CreatedAt = now, SubmittedAt = now };
        practice.Write(content);
        practice.Show(content);
        db.Add(practice.MoveTo(PracticeStatus.Submitted, "practice.submit", Actor.Demo, now));
        audit.Note(Actor.Demo, "practice.submit", Practice.Kind, practice.Id);
        await keep.SaveAsync(practice, cancel);
    }

    /// <summary>The place a sample means: by key, by name, or the only one in its statistical region.</summary>
    private static PlaceCard? Find(IReadOnlyList<PlaceCard> known, PracticeContent content, string name)
    {
        var inCountry = known.Where(p => p.Country == content.Country).ToList();
        return inCountry.Find(p => p.Key.EndsWith("-" + name, StringComparison.Ordinal) || p.Slug == name || p.Name == content.Place)
            ?? (inCountry.FindAll(p => p.Nuts3.Length > 0 && p.Nuts3 == content.Nuts3) is [var only] ? only : null);
    }

    /// <summary>What a sample carries beside the content of a record.</summary>
    private sealed record Sample(string Slug, string? NetworkPlace);
}
