using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Site.Codes;

[PublicPage]
public sealed class IndexModel(CodeLists codes, Texts texts) : PageModel
{
    public IReadOnlyList<CodeList> Lists { get; private set; } = [];

    public void OnGet() =>
        Lists = [.. codes.All.OrderBy(l => l.Label(texts.Language), StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true))];
}
