using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.OpenId;
using Patrin.Modules.People.Passwords;
using Patrin.Modules.People.Sessions;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.MyAccount;

[SignedInPage, FreshProof]
public sealed class SecurityModel(
    AppDbContext db, ChangePassword password, ChangeFactors factors, Passkeys passkeys, RenewSession renew, UseLogin logins, PatrinOptions options, Texts texts) : PageModel, IReloadable
{
    [BindProperty]
    public string? Password { get; set; }

    public bool Needed { get; private set; }

    public string Done { get; private set; } = "";

    public bool HasPassword { get; private set; }

    public bool HasAuthenticator { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Name of the sign-in provider, when there is one.</summary>
    public string? Provider => options.Settings.OpenId?.Name;

    public bool IsConnected { get; private set; }

    public IReadOnlyList<PasskeyRow> Passkeys { get; private set; } = [];

    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>False when a privileged role asks for the passkey first.</summary>
    public bool MayChange { get; private set; }

    public Task OnGetAsync(bool needed, string? said, CancellationToken cancel)
    {
        Needed = needed;
        Done = said switch
        {
            "password" => texts["Your password was changed. Your other sessions have ended."],
            "passkey" => texts["The passkey was added. Sign in with it from now on."],
            "removed" => texts["It was removed. Your other sessions have ended."],
            "connected" => texts["It is connected. Your other sessions have ended."],
            "taken" => texts["This login belongs to another account here. Sign in to that account and disconnect it first."],
            "saved" => texts["Saved."],
            _ => "",
        };
        return LoadAsync(cancel);
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        await password.RunAsync(Password, actor, cancel);
        return await DoneAsync("password", actor, cancel);
    }

    public async Task<IActionResult> OnPostRemoveAppAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        await factors.RemoveAuthenticatorAsync(actor, cancel);
        return await DoneAsync("removed", actor, cancel);
    }

    public async Task OnPostCodesAsync(CancellationToken cancel) => Codes = await factors.MakeCodesAsync(Actor.Of(User), cancel);

    public async Task<IActionResult> OnPostRenameAsync(string key, string? name, CancellationToken cancel)
    {
        await passkeys.RenameAsync(key, name, Actor.Of(User), cancel);
        return LocalRedirect(Url.Content("~/account/security?said=saved#passkeys"));
    }

    public async Task<IActionResult> OnPostRemoveKeyAsync(string key, CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        await passkeys.RemoveAsync(key, actor, cancel);
        return await DoneAsync("removed", actor, cancel);
    }

    public async Task<IActionResult> OnPostDisconnectAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        await logins.DisconnectAsync(actor, cancel);
        return await DoneAsync("removed", actor, cancel);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var id = Actor.Of(User).AccountId!.Value;
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == id, cancel);
        (HasPassword, HasAuthenticator) = (account.PasswordHash is { Length: > 0 }, account.HasAuthenticator);
        CodesLeft = await db.Set<RecoveryCode>().CountAsync(c => c.AccountId == id && c.UsedAt == null, cancel);
        IsConnected = await db.Set<IdentityUserLogin<Guid>>().AnyAsync(l => l.UserId == id, cancel);
        Passkeys = await passkeys.ListAsync(id, cancel);
        MayChange = await factors.MayChangeAsync(account, Actor.Of(User), cancel);
    }

    private async Task<IActionResult> DoneAsync(string said, Actor actor, CancellationToken cancel)
    {
        await renew.RunAsync(actor, secondFactor: false, HttpContext, cancel);
        return LocalRedirect(Url.Content("~/account/security?said=" + said));
    }
}
