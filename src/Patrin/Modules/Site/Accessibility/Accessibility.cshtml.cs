using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.Site.Accessibility;

[PublicPage]
public sealed class AccessibilityModel : PageModel;
