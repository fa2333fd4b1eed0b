using Patrin.Modules.Documents.Extraction;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents;

/// <summary>What extraction left out or guessed, as sentences for the person who reviews.</summary>
public sealed class NoteWords(Texts texts)
{
    public IEnumerable<string> Of(SourceDocument document) => document.Notes.Length == 0 ? [] : document.Notes.Split('\n').Select(Sentence);

    private string Sentence(string note)
    {
        var values = note.Split('\t');
        var first = values.Length > 1 ? values[1] : "";
        var second = values.Length > 2 ? values[2] : "";
        return values[0] switch
        {
            NoteCodes.EncodingGuessed => texts["The file does not say how its letters are stored. We took it for {0}.", first],
            NoteCodes.BytesReplaced => texts["{0} characters could not be read and are shown as �.", first],
            NoteCodes.Composed => texts["Letters made of several signs were joined into one."],
            NoteCodes.MainContentOnly => texts["Only the main part of the page was read, not its menus."],
            NoteCodes.HiddenLeftOut => texts["Passages hidden from readers were left out: {0}.", first],
            NoteCodes.DeletedLeftOut => texts["Passages marked as deleted were left out: {0}.", first],
            NoteCodes.InsertedRead => texts["Inserted passages that nobody has accepted in the file were read: {0}.", first],
            NoteCodes.CommentsLeftOut => texts["Comments in the file were left out."],
            NoteCodes.HeadersLeftOut => texts["Page headers and footers were left out."],
            NoteCodes.ExternalNotFetched => texts["The file points to content elsewhere, which was not fetched: {0}.", first],
            NoteCodes.MacrosIgnored => texts["The file holds small programs (macros). They were ignored."],
            NoteCodes.EmbeddedNotOpened => texts["Files inside the file were not opened: {0}.", first],
            NoteCodes.PagesWithoutText => texts["{0} of {1} pages hold no text, perhaps only a picture of it.", first, second],
            NoteCodes.PagesUnreadable => texts["{0} of {1} pages could not be read.", first, second],
            _ => texts["Something was left out while reading the file."],
        };
    }
}
