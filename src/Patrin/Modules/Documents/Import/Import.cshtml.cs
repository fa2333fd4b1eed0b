using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Web;

namespace Patrin.Modules.Documents.Import;

/// <summary>What a person fills in to hand over a document.</summary>
public sealed class ImportForm
{
    public IFormFile? File { get; set; }

    public string? Text { get; set; }

    public string? Title { get; set; }

    public string? Publisher { get; set; }

    public string? Address { get; set; }

    public DateOnly? ReadOn { get; set; }

    public string? Written { get; set; }

    public string? Language { get; set; }

    public string? Licence { get; set; }

    public Guid? Supersedes { get; set; }
}

/// <summary>Paste a text or upload a file; what is read in it waits for review.</summary>
[CuratorsPage, RefuseLargeUploads(UploadMost), RequestSizeLimit(UploadMost), RequestFormLimits(MultipartBodyLengthLimit = UploadMost, ValueLengthLimit = PasteMost, ValueCountLimit = FormLimits.Fields)]
public sealed class ImportModel(ImportDocument import, AppDbContext db, TimeProvider clock) : PageModel, IReloadable
{
    /// <summary>The file and the few fields beside it.</summary>
    public const long UploadMost = HttpLimits.UploadBytes + (1024 * 1024);

    /// <summary>UTF-16 units of pasted text.</summary>
    public const int PasteMost = 4 * 1024 * 1024;

    [BindProperty]
    public ImportForm Form { get; set; } = new();

    /// <summary>The document the new one is a version of, when the page was opened from there.</summary>
    public string? OlderTitle { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? replaces, CancellationToken cancel)
    {
        Form.Supersedes = replaces;
        Form.ReadOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await LoadAsync(cancel);
        return replaces is not null && OlderTitle is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            throw new RuleBroken("Form.ReadOn", "Write the day it was read, for example 2026-11-24.");
        var outcome = await import.RunAsync(await RequestAsync(cancel), Actor.Of(User), cancel);
        var address = Url.Content("~" + (outcome.Differences is null ? DocumentLinks.Review(outcome.Document) : DocumentLinks.Differences(outcome.Document)));
        return LocalRedirect(outcome.AlreadyThere ? address + "?already=true" : address);
    }

    public async Task LoadAsync(CancellationToken cancel) =>
        OlderTitle = Form.Supersedes is { } id ? await db.Documents.Where(d => d.Id == id && d.IsCurrent).Select(d => d.Title).FirstOrDefaultAsync(cancel) : null;

    private async Task<ImportRequest> RequestAsync(CancellationToken cancel)
    {
        var hasText = !string.IsNullOrWhiteSpace(Form.Text);
        if (Form.File is { Length: > 0 } && hasText)
            throw new RuleBroken("Form.File", "Either paste the text or choose a file, not both.");
        if (Form.File is null && !hasText)
            throw new RuleBroken("Form.Text", "Paste the text here, or choose a file below.");
        if (Form.File?.Length > HttpLimits.UploadBytes)
            throw new RuleBroken("Form.File", "The file is too large. Files up to {0} MB can be read; take a part of it, or paste the text.", HttpLimits.UploadBytes >> 20);
        if (hasText && string.IsNullOrWhiteSpace(Form.Title))
            throw new RuleBroken("Form.Title", "Write a title, so that others know which text it is.");
        // A form sends line ends as CR LF; the text is kept with the plain ones of all other sources.
        var bytes = hasText ? Encoding.UTF8.GetBytes(Form.Text!.ReplaceLineEndings("\n")) : await BytesAsync(Form.File!, cancel);
        return new(bytes, hasText ? "" : Form.File!.FileName)
        {
            Title = Form.Title,
            Publisher = Form.Publisher,
            Address = Form.Address,
            ReadOn = Form.ReadOn,
            Written = Form.Written,
            Language = Form.Language,
            Licence = Form.Licence,
            Supersedes = Form.Supersedes,
        };
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }
}
