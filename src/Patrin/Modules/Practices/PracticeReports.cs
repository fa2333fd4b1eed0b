using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Practices.Contracts;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.Practices;

/// <summary>A record can be reported, hidden, and freed from a passage.</summary>
internal sealed class PracticeReports(AppDbContext db, KeepPractice keep, TimeProvider clock) : IReportable
{
    private const string Gone = "[…]";

    public string Kind => Practice.Kind;

    public string Name => Text.Key("Practice");

    public bool CanHide => true;

    public async Task<ReportedItem?> FindAsync(Guid id, CancellationToken cancel) =>
        await db.Practices.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id && p.Standing != Standing.Hidden && p.Shown != null, cancel) is { ShownContent: { } shown } practice
            ? new(shown.Title, PracticeLinks.Practice(practice.Slug), string.Join("\n\n", shown.Summary, shown.SituationBefore, shown.WhatWasDone, shown.WhoTookPart, shown.WhatDidNotWork))
            {
                AuthorOrganisation = practice.OwnerId, IsHidden = practice.HiddenAt is not null, IsOfRomaOrganisation = shown.Owner.Type == "ROMA_NGO",
            }
            : null;

    public async Task SetHiddenAsync(Guid id, bool hidden, CancellationToken cancel)
    {
        var practice = await db.Practices.SingleAsync(p => p.Id == id, cancel);
        practice.HiddenAt = hidden ? clock.GetUtcNow().UtcDateTime : null;
        await keep.SaveAsync(practice, cancel);
    }

    public async Task<bool> RemovePassageAsync(Guid id, string passage, CancellationToken cancel)
    {
        var practice = await db.Practices.SingleAsync(p => p.Id == id, cancel);
        if (practice.Shown is not { } shown || Without(shown, passage) is not { } cleaned)
            return false;
        practice.Show(cleaned);
        // Nobody may bring the words back by sending in the draft.
        if (practice.Working is { } working && Without(working, passage) is { } draft)
            practice.Write(draft);
        await keep.SaveAsync(practice, cancel);
        return true;
    }

    /// <summary>The content with the passage taken out of every text; null when no text has it.</summary>
    private static PracticeContent? Without(string json, string passage)
    {
        var found = false;
        var root = JsonNode.Parse(json)!;
        Walk(root);
        return found ? PracticeJson.Read(root.ToJsonString()) : null;

        void Walk(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject inner:
                    foreach (var (_, value) in inner.ToList())
                        Walk(value);
                    break;
                case JsonArray items:
                    foreach (var item in items.ToList())
                        Walk(item);
                    break;
                case JsonValue value when value.TryGetValue<string>(out var text) && text.Contains(passage, StringComparison.Ordinal):
                    found = true;
                    value.ReplaceWith(text.Replace(passage, Gone, StringComparison.Ordinal));
                    break;
            }
        }
    }
}
