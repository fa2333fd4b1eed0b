using Patrin.Modules.People.Contracts;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Settings;

namespace Patrin.Modules.People.Setup;

/// <summary>What the first administrator writes.</summary>
public sealed class SetupForm
{
    public string? PublicUrl { get; set; }

    public string? Name { get; set; }

    public string? Mail { get; set; }

    public string? Password { get; set; }
}

/// <summary>
/// The first run: whoever holds the printed token makes the first administrator and says under which address readers come.
/// Happens once; of two at the same time one wins.
/// </summary>
public sealed class ClaimSite(AppDbContext db, SetupToken setup, SiteState site, PatrinOptions options, MakeAccount make, AuditTrail audit, TimeProvider clock)
{
    private static readonly Actor FirstRun = new("first run");

    /// <summary>The new administrator; null when the token is not good (any more).</summary>
    public async Task<Account?> RunAsync(string token, SetupForm form, string language, CancellationToken cancel)
    {
        var address = AddressOf(form);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await setup.UseAsync(token, address, cancel))
            return null;
        var account = await make.RunAsync(new(form.Mail, form.Name, language, form.Password ?? "") { MailConfirmed = true, Privileged = true }, FirstRun, cancel);
        db.Add(new RoleGrant { AccountId = account.Id, Role = NetworkRole.Administrator, From = clock.GetUtcNow().UtcDateTime });
        audit.Note(FirstRun, "site.claim", "site", 1, fields: [nameof(SiteRow.PublicUrl)]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        setup.Forget();
        site.Forget();
        return account;
    }

    private string AddressOf(SetupForm form)
    {
        if (options.Settings.PublicUrl is { Length: > 0 } set)
            return set;
        var address = form.PublicUrl?.Trim().TrimEnd('/') ?? "";
        return StartChecks.FaultOf(address) is null ? address
            : throw new RuleBroken("PublicUrl", "Write the full address and nothing behind the host, for example https://patrin.example.org. It begins with https://, unless this Patrin is for this machine only.");
    }
}
