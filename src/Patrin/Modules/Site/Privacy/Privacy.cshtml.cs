using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.Site.Privacy;

[PublicPage]
public sealed class PrivacyModel : PageModel;
