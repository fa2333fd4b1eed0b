using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Administration.Health;
using Patrin.Modules.Administration.Jobs;
using Patrin.Modules.Vocabulary.Changing;
using Patrin.Modules.Vocabulary.Wording;
using Patrin.Platform.Administration;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Ui.Tags;

namespace Patrin.Modules.Administration;

/// <summary>What the front page says about health, mail and regular tasks.</summary>
internal sealed class AdministrationCards(AppDbContext db, CheckHealth health, ReadTasks tasks, Texts texts) : IAdminCards
{
    public async Task<IReadOnlyList<AdminCard>> ReadAsync(CancellationToken cancel)
    {
        var lines = await tasks.RunAsync(cancel);
        var bad = (await health.RunAsync(lines, cancel)).Count(s => s.Tone is Tone.No or Tone.Wait);
        var failed = lines.Count(t => t.State == TaskState.Failed);
        var unsent = await db.Set<MailMessage>().CountAsync(m => m.State == MailState.Failed, cancel);
        var queued = await db.Set<MailMessage>().CountAsync(m => m.State == MailState.Queued, cancel);
        var changed = await db.WordingChanges.CountAsync(c => c.EndedAt == null, cancel);
        var words = await db.CodeChanges.CountAsync(c => c.EndedAt == null, cancel);
        return
        [
            new(texts["Is everything well?"], AdministrationLinks.Health, bad == 0 ? texts["Everything is well."] : texts.Plural(bad, "{0} thing to look at.", "{0} things to look at."), bad),
            new(texts["Mail that goes out"], AdministrationLinks.Mails, texts["{0} not sent, {1} waiting.", texts.Number(unsent), texts.Number(queued)], unsent),
            new(texts["Regular tasks"], AdministrationLinks.Tasks, failed == 0 ? texts["All ran well."] : texts.Plural(failed, "{0} task failed.", "{0} tasks failed."), failed),
            new(texts["Words to avoid"], AdministrationLinks.Wording, texts.Plural(changed, "{0} change to the shipped lists.", "{0} changes to the shipped lists.")),
            new(texts["Code lists"], AdministrationLinks.Codes, texts.Plural(words, "{0} change to the shipped lists.", "{0} changes to the shipped lists.")),
        ];
    }
}
