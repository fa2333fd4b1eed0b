using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Sessions;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Demo;

/// <summary>One click opens a session of an example person. There is no such page outside demo mode.</summary>
[PublicPage]
public sealed class EyesModel(AppDbContext db, OpenSession open, PatrinOptions options) : PageModel
{
    public IActionResult OnGet() => options.Demo ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string person, CancellationToken cancel)
    {
        if (!options.Demo || DemoPeople.All.FirstOrDefault(p => p.Key == person) is not { } chosen)
            return NotFound();
        var account = await db.Accounts.SingleAsync(a => a.Email == chosen.Mail, cancel);
        await open.RunAsync(account, SignInMethod.Demo, secondFactor: true, HttpContext, cancel);
        return Redirect(Url.Content("~/"));
    }
}
