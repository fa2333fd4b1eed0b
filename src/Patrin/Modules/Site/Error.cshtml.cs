using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Site;

/// <summary>What a person reads when something cannot be shown. Says nothing about the inside of the server.</summary>
[PublicPage, IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel(Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "status")]
    public int? Status { get; init; }

    public string Title { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public string RequestId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    public void OnGet() => Explain();

    public void OnPost() => Explain();

    private void Explain() => (Title, Advice) = (Status ?? Response.StatusCode) switch
    {
        404 => (texts["This page does not exist"], texts["Perhaps it was moved. Look for it from the start page."]),
        400 => (texts["The request was not complete"], texts["Go back, load the page again and send the form once more."]),
        403 or 401 => (texts["You may not see this page"], texts["Ask the person who runs this Patrin for access."]),
        413 => (texts["What you sent is too large"], texts["Nothing was saved. A file may have up to 20 MB, a form without a file much less. Go back and send a smaller file or a shorter text."]),
        429 => (texts["That was too often"], texts["Please wait a minute, then try again."]),
        503 => (texts["We cannot save anything at the moment"], texts["Nothing was saved half. Please try again in a minute."]),
        _ => (texts["Something went wrong on our side"], texts["Nothing was saved half. Please try again in a minute."]),
    };
}
