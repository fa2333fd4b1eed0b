using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Practices;
using Patrin.Modules.Practices.Rubric;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Benchmarks.Practices;

/// <summary>Made-up records with as many codes as real ones carry. The same number gives the same records.</summary>
internal static class PracticeCorpus
{
    private const int Batch = 1000;

    public static async Task FillAsync(AppDbContext db, CodeLists codes, int records)
    {
        var random = new Random(4);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var i = 0; i < records; i++)
        {
            var practice = new Practice { Slug = $"made-up-{i}", CreatedAt = DateTime.UnixEpoch, UpdatedAt = DateTime.UnixEpoch, Change = 1 };
            practice.Show(Content(i, codes, random));
            practice.MoveTo(PracticeStatus.Submitted, "practice.submit", Actor.Demo, DateTime.UnixEpoch);
            db.Add(practice);
            db.AddRange(FacetCodes.Of(practice).Distinct().Select(f => new PracticeFacet { PracticeId = practice.Id, Facet = f.Facet, Code = f.Code }));
            if (i % Batch == Batch - 1)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static PracticeContent Content(int number, CodeLists codes, Random random) => new()
    {
        Title = $"School and health record number {number}", Summary = new string('x', 200), Country = Some(codes["country"], random, 1)[0], Place = $"Place {number % 5000}",
        Areas = Some(codes.Areas, random, 2), Challenges = Some(codes.Challenges, random, 3), Interventions = Some(codes.Interventions, random, 3),
        TargetGroups = Some(codes["target_group"], random, 2), Owner = new() { Name = $"Organisation {number % 900}", Type = "OTHER_NGO" },
        WhatWasDone = new string('y', 1500), ClaimedLevel = (EvidenceLevel)random.Next(0, 3), CostTotal = random.Next(3) == 0 ? random.Next(2_000_000) : null, CostCurrency = "EUR",
        Sources = [new() { Title = "A source" }], Results = [new() { What = "x", Value = 1, Source = 0 }],
        ReplicatedAt = random.Next(8) == 0 ? [new() { Place = "Elsewhere" }] : [],
    };

    private static IReadOnlyList<string> Some(CodeList list, Random random, int most) =>
        [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => list.All[random.Next(list.All.Count)].Key).Distinct()];
}
