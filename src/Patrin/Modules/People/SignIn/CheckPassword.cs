using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.People.SignIn;

/// <summary>Signs in with address and password. Unknown, stopped and passwordless accounts get the same answer after the same work.</summary>
public sealed class CheckPassword(AppDbContext db, Passwords.Passwords passwords, SignInLimits limits, FinishSignIn finish)
{
    /// <summary>Returns the path to go on to.</summary>
    public async Task<string> RunAsync(string? mail, string? password, string next, HttpContext http, CancellationToken cancel)
    {
        var address = MailAddress.Require("Mail", mail);
        if (string.IsNullOrEmpty(password))
            throw new RuleBroken("Password", "Write your password, or have a link sent to you.");
        var counted = await limits.PasswordAsync(address, http, cancel);
        var key = address.ToUpperInvariant();
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.NormalizedEmail == key, cancel);
        var result = await passwords.CheckAsync(account, password, cancel);
        if (result == PasswordVerificationResult.Failed || account is not { State: AccountState.Active })
            throw new RuleBroken("", "The e-mail address or the password is not right. Try again, or have a link sent to you.");
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
            await passwords.StrengthenAsync(db, account, password, cancel);
        await limits.RightPasswordAsync(counted, cancel);
        return await finish.RunAsync(account, SignInMethod.Password, strong: false, next, http, cancel);
    }
}
