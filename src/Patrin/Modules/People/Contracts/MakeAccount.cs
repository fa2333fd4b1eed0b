using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Passwords;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Contracts;

/// <summary>A new account as its door asks for it.</summary>
/// <param name="Mail">Its address; the caller has a one-time link that proves it, or says it is not confirmed.</param>
/// <param name="Name">The name others will see.</param>
/// <param name="Language">Language of its mails.</param>
/// <param name="Password">Null for somebody who signs in with a passkey or by mail.</param>
public sealed record NewAccount(string? Mail, string? Name, string Language, string? Password = null)
{
    /// <summary>The address was shown to be the person's.</summary>
    public bool MailConfirmed { get; init; }

    /// <summary>It will hold a privileged role: its password must be longer.</summary>
    public bool Privileged { get; init; }
}

/// <summary>Makes an account: for invitations and the first administrator. There is no other door. Joins the caller's transaction.</summary>
public sealed class MakeAccount(UserManager<Account> users, Passwords.Passwords passwords, Catalogs catalogs, AuditTrail audit, TimeProvider clock)
{
    /// <param name="wanted">The account.</param>
    /// <param name="actor">Who opened the door: the person invited, or the command line.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleBroken">Field <c>Mail</c>, <c>Name</c> or <c>Password</c>: what to do instead.</exception>
    public async Task<Account> RunAsync(NewAccount wanted, Actor actor, CancellationToken cancel)
    {
        var (mail, name) = (MailAddress.Require("Mail", wanted.Mail), PersonName.Require("Name", wanted.Name));
        if (wanted.Password is not null)
            PasswordRules.Require("Password", wanted.Password, [mail, name], wanted.Privileged ? PasswordRules.LeastPrivileged : PasswordRules.Least);
        if (await users.FindByEmailAsync(mail) is not null)
            throw new RuleBroken("Mail", "This address already has an account. Sign in with it.");
        var account = new Account
        {
            Id = Guid.CreateVersion7(), DisplayName = name, UserName = mail, Email = mail, EmailConfirmed = wanted.MailConfirmed,
            Language = (catalogs.ByTag(wanted.Language) ?? catalogs.Languages[0]).Tag, CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        if (wanted.Password is { } password)
            account.PasswordHash = await passwords.HashAsync(password, cancel);
        audit.Note(actor, "account.make", "account", account.Id);
        return await IsNewAsync(account) ? account : throw new RuleBroken("Mail", "This address already has an account. Sign in with it.");
    }

    /// <summary>Two may open doors for one address at one instant: the table lets the first in.</summary>
    private async Task<bool> IsNewAsync(Account account)
    {
        try
        {
            return (await users.CreateAsync(account)).Succeeded;
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsDuplicate(e))
        {
            return false;
        }
    }
}
