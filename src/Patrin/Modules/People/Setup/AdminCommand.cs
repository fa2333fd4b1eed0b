using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Cli;
using Patrin.Platform.Data;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Setup;

/// <summary><c>patrin admin create</c>: a person with a shell on the server makes an administrator, or brings a lost one back.</summary>
internal static class AdminCommand
{
    public static Command Make()
    {
        var mail = new Option<string>("--mail") { Description = "Mail address of the administrator.", Required = true };
        var name = new Option<string?>("--name") { Description = "Name shown beside decisions; needed for a new account." };
        var factors = new Option<bool>("--forget-factors") { Description = "The person lost the phone: removes the authenticator, the recovery codes and the passkeys of the account." };
        var create = new Command("create", "Make somebody an administrator and print a link that sets the password once, within 30 minutes.") { mail, name, factors, CommonOptions.Data };
        create.SetAction((parse, cancel) => CommandScope.RunAsync(parse, (services, stop) =>
            RunAsync(services, parse.GetValue(mail)!, parse.GetValue(name), parse.GetValue(factors), stop), cancel));
        return new Command("admin", "Administrators, from the server itself.") { create };
    }

    private static async Task<int> RunAsync(IServiceProvider services, string mail, string? name, bool forgetFactors, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDbContext>();
        var audit = services.GetRequiredService<AuditTrail>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var normal = mail.ToUpperInvariant();
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.NormalizedEmail == normal && a.State != AccountState.Erased, cancel)
            ?? await services.GetRequiredService<MakeAccount>().RunAsync(new(mail, name, "en") { MailConfirmed = true, Privileged = true }, Actor.CommandLine, cancel);
        account.State = AccountState.Active;
        if (!await db.RoleGrants.At(now).AnyAsync(g => g.AccountId == account.Id && g.Role == NetworkRole.Administrator, cancel))
            db.Add(new RoleGrant { AccountId = account.Id, Role = NetworkRole.Administrator, From = now });
        if (forgetFactors)
            await ForgetFactorsAsync(db, account, cancel);
        account.SecurityStamp = Guid.NewGuid().ToString();
        await services.GetRequiredService<EndSessions>().AllAsync(account.Id, null, cancel);
        var token = services.GetRequiredService<OneTimeTokens>().Issue(TokenPurpose.ResetPassword, OneTimeTokens.Recovery, account);
        audit.Note(Actor.CommandLine, "administrator.create", "account", account.Id, fields: forgetFactors ? ["role", "factors"] : ["role"]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        Console.WriteLine(await services.GetRequiredService<PublicLinks>().ToAsync(account.Language, "/sign-in/reset/" + token, cancel));
        return 0;
    }

    private static async Task ForgetFactorsAsync(AppDbContext db, Account account, CancellationToken cancel)
    {
        account.AuthenticatorKey = "";
        await db.Set<Factors.RecoveryCode>().Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancel);
        await db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().Where(p => p.UserId == account.Id).ExecuteDeleteAsync(cancel);
    }
}
