using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Notices.Choose;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Notices.Unsubscribe;

/// <summary>
/// Stops the mails of some topics with one click and without a sign-in. Mail programs send the same POST by themselves (RFC 8058),
/// so it asks for no form token: the link itself is the proof.
/// </summary>
[PublicPage, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class UnsubscribeModel(UnsubscribeTokens tokens, ChoosePaces choose, AppDbContext db) : PageModel
{
    public string Token { get; private set; } = "";

    public IReadOnlyList<NoticeTopic> Topics { get; private set; } = [];

    public bool Done { get; private set; }

    public bool Undone { get; private set; }

    /// <summary>The paces before, for the way back: "Tasks:Daily,Records:Weekly".</summary>
    public string Before { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel) => await FindAsync(token, cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } account)
            return NotFound();
        var paces = await choose.ReadAsync(account, cancel);
        Before = string.Join(',', Topics.Select(t => $"{t}:{paces[t]}"));
        await choose.RunAsync(account, Topics.ToDictionary(t => t, _ => MailPace.None), Actor.Visitor with { AccountId = account }, cancel);
        Done = true;
        return Page();
    }

    public async Task<IActionResult> OnPostUndoAsync(string token, string before, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is not { } account)
            return NotFound();
        var paces = Topics.ToDictionary(t => t, NoticeTopics.Usual);
        foreach (var part in (before ?? "").Split(',').Select(p => p.Split(':')))
        {
            if (part is [var topic, var pace] && Enum.TryParse<NoticeTopic>(topic, out var t) && paces.ContainsKey(t) && Enum.TryParse<MailPace>(pace, out var p) && Enum.IsDefined(p))
                paces[t] = p;
        }

        await choose.RunAsync(account, paces, Actor.Visitor with { AccountId = account }, cancel);
        Undone = true;
        return Page();
    }

    private async Task<Guid?> FindAsync(string token, CancellationToken cancel)
    {
        if (tokens.Read(token) is not { } found || found.Topics.Count == 0 || !await db.Accounts.AnyAsync(a => a.Id == found.Account && a.State == AccountState.Active, cancel))
            return null;
        (Token, Topics) = (token, found.Topics);
        return found.Account;
    }
}
