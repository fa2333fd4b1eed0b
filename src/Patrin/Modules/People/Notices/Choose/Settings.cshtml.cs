using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.Notices.Choose;

/// <summary>What comes by mail, and how often.</summary>
[SignedInPage]
public sealed class SettingsModel(ChoosePaces choose) : PageModel
{
    public IReadOnlyDictionary<NoticeTopic, MailPace> Paces { get; private set; } = new Dictionary<NoticeTopic, MailPace>();

    public bool Saved { get; private set; }

    public async Task OnGetAsync(bool saved, CancellationToken cancel) => (Paces, Saved) = (await choose.ReadAsync(Me(), cancel), saved);

    public async Task<IActionResult> OnPostAsync(MailPace organisation, MailPace moderation, MailPace tasks, MailPace records, CancellationToken cancel)
    {
        Paces = new Dictionary<NoticeTopic, MailPace>
        {
            [NoticeTopic.Organisation] = organisation, [NoticeTopic.Moderation] = moderation, [NoticeTopic.Tasks] = tasks, [NoticeTopic.Records] = records,
        };
        await choose.RunAsync(Me(), Paces, Actor.Of(User), cancel);
        return Redirect(Url.Content("~/notifications/settings?saved=true"));
    }

    private Guid Me() => Actor.Of(User).AccountId!.Value;
}
