using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;

namespace Patrin.Modules.People.SignIn;

/// <summary>Says the same to everybody who asked for a mail.</summary>
[PublicPage]
public sealed class SentModel : PageModel;
