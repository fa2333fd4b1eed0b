using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.People.Recovery;

/// <summary>Looks up who asked for mails and writes them into the outbox; what was asked for an unknown address ends here.</summary>
internal sealed class AnswerAskedMails(AppDbContext db, OneTimeTokens tokens, AccountMails mails, PeriodicWake wake) : IPeriodicTask
{
    public const string TaskName = "asked-mails";
    private const int AtOnce = 100;

    public string Name => TaskName;

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var sent = 0;
        foreach (var asked in await db.Set<AskedMail>().AsNoTracking().OrderBy(m => m.Id).Take(AtOnce).ToListAsync(cancel))
        {
            if (await OneAsync(asked, cancel))
                sent++;
        }

        if (sent > 0)
            wake.Wake("mail");
        return TaskResult.Of((TaskDid.MailsWritten, sent));
    }

    private async Task<bool> OneAsync(AskedMail asked, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Taken by one runner only: the mail is written with the row's end, or neither happens.
        if (await db.Set<AskedMail>().Where(m => m.Id == asked.Id).ExecuteDeleteAsync(cancel) != 1)
            return false;
        var key = asked.Mail.ToUpperInvariant();
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == key && a.State == AccountState.Active, cancel);
        if (account is not null)
            await WriteAsync(asked, account, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return account is not null;
    }

    private async Task WriteAsync(AskedMail asked, Account account, CancellationToken cancel)
    {
        switch (asked.What)
        {
            case AskedFor.SignInLink:
                await mails.SignInLinkAsync(account, tokens.Issue(TokenPurpose.SignIn, OneTimeTokens.Recovery, account, subject: asked.Next), cancel);
                break;
            case AskedFor.PasswordReset:
                await mails.ResetAsync(account, tokens.Issue(TokenPurpose.ResetPassword, OneTimeTokens.Recovery, account), cancel);
                break;
            default:
                await mails.FailedSignInsAsync(account, cancel);
                break;
        }
    }
}
