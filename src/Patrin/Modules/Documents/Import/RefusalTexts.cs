using System.Globalization;
using Patrin.Modules.Documents.Extraction;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Documents.Import;

/// <summary>Why a file was not read, as a sentence that says what to do.</summary>
public static class RefusalTexts
{
    public const string Field = "File";

    public static RuleBroken Of(ExtractionRefused refused)
    {
        string A(string name) => refused.Arguments.GetValueOrDefault(name, "");
        return refused.Reason switch
        {
            RefusalCodes.Empty => new RuleBroken(Field, "There is no text in it. Choose another file, or paste the text."),
            RefusalCodes.TooLarge => new RuleBroken(Field, "The file is too large. Files up to {0} MB can be read; take a part of it, or paste the text.", Megabytes(A("limit"))),
            RefusalCodes.UnsupportedFormat => new RuleBroken(Field, "Files of the kind {0} cannot be read. Save it as PDF, DOCX, HTML or plain text.", A("format")),
            RefusalCodes.Binary => new RuleBroken(Field, "This is no text: its bytes fit no writing system. Choose the right file, or save it as PDF, DOCX, HTML or plain text."),
            RefusalCodes.TwoFormats => new RuleBroken(Field, "The file is two things at once ({0} and {1}). For safety it is not opened. Save it again from the program you read it with.", A("first"), A("second")),
            RefusalCodes.Encrypted => new RuleBroken(Field, "The file is locked with a password. Save a copy without a password and choose that."),
            RefusalCodes.UnknownEncoding => new RuleBroken(Field, "We cannot tell how the letters are stored. Save the text as UTF-8 and choose it again."),
            RefusalCodes.Damaged => new RuleBroken(Field, "The file is damaged or not complete. Get it again, or paste the text."),
            RefusalCodes.NoText => new RuleBroken(Field, "The file holds pictures of text, not text. Use text recognition first, or paste the text."),
            RefusalCodes.UnpacksTooLarge or RefusalCodes.UnpacksTooDense or RefusalCodes.TooManyEntries or RefusalCodes.SizeIsFalse
                or RefusalCodes.EntriesOverlap or RefusalCodes.UnsafeEntry =>
                new RuleBroken(Field, "The file is packed in a way that can harm a computer. For safety it is not opened. Save it again from the program you read it with."),
            RefusalCodes.DocumentTypeDeclared => new RuleBroken(Field, "The file contains declarations that are not allowed here. Save it again as DOCX, or paste the text."),
            RefusalCodes.TooDeep => new RuleBroken(Field, "The file is nested too deeply to be read safely. Paste the text instead."),
            RefusalCodes.TooManyPages => new RuleBroken(Field, "The file has more than {0} pages. Take a part of it.", A("limit")),
            RefusalCodes.TextTooLong => new RuleBroken(Field, "The text has more than {0} characters. Take a part of it.", Whole(A("limit"))),
            RefusalCodes.TimeLimit => new RuleBroken(Field, "Reading the file took too long and was stopped. Take a part of it, or paste the text."),
            RefusalCodes.MemoryLimit => new RuleBroken(Field, "Reading the file needed too much memory and was stopped. Take a part of it, or paste the text."),
            _ => new RuleBroken(Field, "The file could not be read. Save it again from the program you read it with, or paste the text."),
        };
    }

    private static string Megabytes(string bytes) =>
        long.TryParse(bytes, CultureInfo.InvariantCulture, out var n) ? (n >> 20).ToString(CultureInfo.CurrentCulture) : bytes;

    private static string Whole(string number) =>
        long.TryParse(number, CultureInfo.InvariantCulture, out var n) ? n.ToString("#,0", CultureInfo.CurrentCulture) : number;
}
