using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Secrets;
using QRCoder;

namespace Patrin.Modules.People.Factors;

/// <summary>Shows a new key as a picture and as text, and takes it when the app's code fits. Until then it is nowhere but in the form, sealed.</summary>
[SignedInPage, FreshProof]
public sealed class AuthenticatorModel(ChangeFactors change, RenewSession renew, MasterKey master, AppDbContext db) : PageModel, IReloadable
{
    private const string Purpose = "authenticator-setup";

    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public string KeyText { get; private set; } = "";

    /// <summary>The picture: dark squares as a path.</summary>
    public string Path { get; private set; } = "";

    public int Size { get; private set; }

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task OnPostAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        Codes = await change.SetAuthenticatorAsync(Opened() ?? [], Code, actor, cancel);
        await renew.RunAsync(actor, secondFactor: true, HttpContext, cancel);
    }

    public async Task LoadAsync(CancellationToken cancel)
    {
        var key = Opened() ?? RandomNumberGenerator.GetBytes(Totp.KeyBytes);
        var account = Actor.Of(User).AccountId!.Value;
        ModelState.Remove(nameof(Key));
        Key = master.Seal(Purpose, [.. account.ToByteArray(), .. key]);
        KeyText = string.Join(' ', Totp.Base32(key).Chunk(4).Select(c => new string(c)));
        var mail = await db.Accounts.Where(a => a.Id == account).Select(a => a.Email).SingleAsync(cancel);
        Draw($"otpauth://totp/Patrin:{Uri.EscapeDataString(mail!)}?secret={Totp.Base32(key)}&issuer=Patrin");
    }

    /// <summary>The key of the form, when it was made for this account.</summary>
    private byte[]? Opened()
    {
        try
        {
            var bytes = string.IsNullOrEmpty(Key) ? [] : master.Open(Purpose, Key);
            return bytes.Length == 16 + Totp.KeyBytes && new Guid(bytes[..16]) == Actor.Of(User).AccountId ? bytes[16..] : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private void Draw(string text)
    {
        using var made = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        Size = made.ModuleMatrix.Count;
        for (var y = 0; y < Size; y++)
            for (var x = 0; x < Size; x++)
                if (made.ModuleMatrix[y][x])
                    path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        Path = path.ToString();
    }
}
