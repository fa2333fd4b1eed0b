using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.Site.About;

[PublicPage]
public sealed class AboutModel : PageModel;
