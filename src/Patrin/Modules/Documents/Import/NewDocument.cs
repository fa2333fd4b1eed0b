using Patrin.Modules.Documents.Extraction;
using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents.Import;

/// <summary>Turns what extraction and reading found into the rows that are stored.</summary>
public static class NewDocument
{
    public static void Fill(SourceDocument document, string text, ReadingResult reading)
    {
        var points = new CodePoints(text);
        document.Parts.AddRange(TextParts.Cut(document.Id, text, reading, points));
        document.Subjects.AddRange(reading.Places.DistinctBy(p => p.Key).Select(p => Subject(document.Id, p)));
        var known = reading.Places.Select(p => p.Key).ToHashSet();
        document.Subjects.AddRange(reading.Programmes.DistinctBy(p => p.Key).Where(p => !known.Contains(p.Key)).Select(p => Subject(document.Id, p)));
        var clear = new ClearClaims(reading.Checks);
        document.Claims.AddRange(reading.Claims.Select((c, i) => NewClaim(document.Id, i + 1, c, text, points, clear.Contains(c))));
        document.Checks.AddRange(reading.Checks.Select((c, i) => Check(document.Id, i + 1, c)));
        var roles = reading.Sentences.CountBy(s => s.Role).ToDictionary();
        document.ClaimSentences = roles.GetValueOrDefault(SentenceRole.Claim);
        document.ContextSentences = roles.GetValueOrDefault(SentenceRole.Context);
        document.BoilerplateSentences = roles.GetValueOrDefault(SentenceRole.Boilerplate);
        document.UnexplainedSentences = roles.GetValueOrDefault(SentenceRole.Unexplained);
    }

    /// <summary>One note a line: its code and its values.</summary>
    public static string Notes(IEnumerable<ExtractionNote> notes) =>
        string.Join('\n', notes.Select(n => string.Join('\t', n.Arguments.Values.Prepend(n.Code))));

    private static DocumentSubject Subject(Guid document, ReadPlace place) => new()
    {
        DocumentId = document,
        Key = place.Key,
        Name = Short(place.Name, DocumentSubject.NameMax),
        LocalName = Short(place.LocalName, DocumentSubject.NameMax),
        Country = place.Country,
        Type = place.Type,
        Latitude = place.Latitude,
        Longitude = place.Longitude,
        GazetteerId = place.GazetteerId,
        SectionStart = place.Section.Start,
        SectionEnd = place.Section.End,
    };

    private static DocumentSubject Subject(Guid document, ReadProgramme programme) => new()
    {
        DocumentId = document,
        Key = programme.Key,
        Name = Short(programme.Name, DocumentSubject.NameMax),
        Type = DocumentSubject.Programme,
        SectionStart = programme.Section.Start,
        SectionEnd = programme.Section.End,
    };

    private static Claim NewClaim(Guid document, int number, ReadClaim read, string text, CodePoints points, bool isClear) => new()
    {
        DocumentId = document,
        Number = number,
        Kind = read.Kind,
        Quote = read.Quote.Of(text),
        QuoteStart = read.Quote.Start,
        QuoteEnd = read.Quote.End,
        CodePointStart = points.Before(read.Quote.Start),
        CodePointEnd = points.Before(read.Quote.End),
        Confidence = read.Confidence,
        Rule = read.Rule,
        IsClear = isClear,
        Reading = new(
            read.Subject, read.Value?.Low, read.Value?.High, read.Value?.About ?? false, read.Unit, read.Method,
            read.Scope, Short(read.ScopeName, Claim.ScopeNameMax), read.Year, read.YearTo, Short(read.Text, Claim.TextMax),
            [.. read.Codes.Distinct().Order(StringComparer.Ordinal)]),
    };

    private static DocumentCheck Check(Guid document, int number, ReadCheck check) => new()
    {
        DocumentId = document,
        Number = number,
        Code = check.Code,
        SubjectKey = check.Subject,
        Passed = check.Outcome == CheckOutcome.Passed,
        Arguments = Short(string.Join('\n', check.Arguments.Select(a => a.ReplaceLineEndings(" "))), DocumentCheck.ArgumentsMax),
        Spans = string.Join(';', check.Spans.Take(DocumentCheck.MostSpans).Select(s => FormattableString.Invariant($"{s.Start},{s.End}"))),
    };

    private static string Short(string text, int max) =>
        text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 2]) ? max - 2 : max - 1)] + "…";
}
