using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Site.Codes;

[PublicPage]
public sealed class ListModel(CodeLists codes, Catalogs catalogs, Texts texts) : PageModel
{
    public CodeList List { get; private set; } = null!;

    public IEnumerable<InterfaceLanguage> OtherLanguages => catalogs.Languages.Where(l => l.Tag != texts.Language);

    public IActionResult OnGet(string list)
    {
        if (codes.All.FirstOrDefault(l => l.Name == list) is not { } found)
            return NotFound();
        List = found;
        return Page();
    }
}
