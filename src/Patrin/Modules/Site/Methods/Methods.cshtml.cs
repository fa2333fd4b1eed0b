using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.Site.Methods;

[PublicPage]
public sealed class MethodsModel : PageModel;
