using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Ui;

namespace Patrin.Modules.Administration.Mails;

/// <summary>A message without its text; the address is shortened.</summary>
public sealed record MailLine(Guid Id, MailState State, string To, bool IsNews, DateTime QueuedAt, DateTime DueAt, DateTime? SentAt, int Tries, string Error);

/// <summary>The outbox: what failed, waits and was sent.</summary>
[AdministratorsPage]
public sealed class MailsModel(AppDbContext db, ChangeMail change, PatrinOptions options) : PageModel, IReloadable
{
    private static readonly (MailState State, string Label)[] Labels =
        [(MailState.Failed, Text.Key("Not sent")), (MailState.Queued, Text.Key("Waiting")), (MailState.Sent, Text.Key("Sent"))];

    public MailState State { get; private set; } = MailState.Failed;

    public bool GoesToFolder => options.Settings.Smtp is null;

    public IReadOnlyList<(MailState State, string Label, int Count)> States { get; private set; } = [];

    public IReadOnlyList<MailLine> Shown { get; private set; } = [];

    public Paging Paging { get; private set; } = Paging.Of(1, 0);

    public Task OnGetAsync(MailState? state, [FromQuery(Name = "page")] int? page, CancellationToken cancel)
    {
        State = state ?? MailState.Failed;
        return ReadAsync(page, cancel);
    }

    public async Task<IActionResult> OnPostRetryAsync(Guid message, CancellationToken cancel)
    {
        await change.RetryAsync(message, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content($"~{AdministrationLinks.Mails}?state=queued"));
    }

    public Task LoadAsync(CancellationToken cancel) => ReadAsync(null, cancel);

    /// <summary>"a…@example.org": enough to recognise, too little to copy.</summary>
    internal static string Short(string address) => address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{address[0]}…{address[at..]}" : "…";

    private async Task ReadAsync(int? page, CancellationToken cancel)
    {
        var all = db.Set<MailMessage>().AsNoTracking();
        var states = new List<(MailState, string, int)>();
        foreach (var (state, label) in Labels)
            states.Add((state, label, await all.CountAsync(m => m.State == state, cancel)));
        States = states;
        Paging = Paging.Of(page, States.FirstOrDefault(s => s.State == State).Count);
        Shown = await LinesAsync(all.Where(m => m.State == State).OrderByDescending(m => m.DueAt).Skip(Paging.Skip).Take(Paging.Size), cancel);
    }

    internal static async Task<IReadOnlyList<MailLine>> LinesAsync(IQueryable<MailMessage> messages, CancellationToken cancel)
    {
        var found = await messages.Select(m => new MailLine(m.Id, m.State, m.To, m.Topic != "", m.QueuedAt, m.DueAt, m.SentAt, m.Tries, m.Error)).ToListAsync(cancel);
        return [.. found.Select(m => m with { To = Short(m.To) })];
    }
}
