using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Practices.Contracts;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;
using Patrin.Platform.Web;

namespace Patrin.Modules.Practices.Record;

/// <summary>One record: what was done, its parts, its results, how sure one can be, and what did not work.</summary>
[PublicPage]
public sealed class PracticeModel(ReadPractice read, CodeLists codes, PublicLinks links, Texts texts, TimeProvider clock) : PageModel
{
    public ReadablePractice Read { get; private set; } = null!;

    public PracticeContent Told => Read.Content;

    public bool IsLesson => Told.RecordType == RecordType.LessonNotWorked;

    public bool IsOld { get; private set; }

    /// <summary>The full address, for the citation.</summary>
    public string Address { get; private set; } = "";

    /// <summary>JSON-LD.</summary>
    public string Schema { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        if (await read.RunAsync(slug, cancel) is not { } found)
            return NotFound();
        Read = found;
        IsOld = found.IsOld(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        Address = await links.ToAsync(texts.Language, PracticeLinks.Practice(slug), cancel);
        Schema = PracticeSchema.Of(found, codes, Address);
        return Page();
    }
}
