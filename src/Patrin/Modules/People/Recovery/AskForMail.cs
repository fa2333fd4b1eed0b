using Patrin.Modules.People.SignIn;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.People.Recovery;

/// <summary>Takes a wish for a mail to an address. The work is the same whether it has an account or not.</summary>
public sealed class AskForMail(AppDbContext db, SignInLimits limits, PeriodicWake wake, TimeProvider clock)
{
    public async Task RunAsync(AskedFor what, string? mail, string next, HttpContext http, CancellationToken cancel)
    {
        var address = MailAddress.Require("Mail", mail);
        await limits.MailAsync(address, http, cancel);
        db.Add(new AskedMail { What = what, Mail = address, Next = LocalPath.Read(next), At = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancel);
        wake.Wake(AnswerAskedMails.TaskName);
    }
}
