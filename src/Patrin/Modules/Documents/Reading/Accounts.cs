using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Places;
using Patrin.Modules.Documents.Reading.Segments;

namespace Patrin.Modules.Documents.Reading;

/// <summary>The account of the text: what became of every sentence.</summary>
internal static class Accounts
{
    public static List<ReadSentence> Of(DocumentWorkspace work)
    {
        var sentences = new List<ReadSentence>(work.Segments.Count);
        foreach (var segment in work.Segments)
            sentences.Add(new ReadSentence(work.Text.SpanOf(segment.Start, segment.End), RoleOf(work, segment)));
        return sentences;
    }

    /// <summary>Share of the characters that are not white space and not unexplained.</summary>
    public static double Coverage(List<ReadSentence> sentences, DocumentWorkspace work)
    {
        var explained = 0L;
        for (var i = 0; i < sentences.Count; i++)
            if (sentences[i].Role != SentenceRole.Unexplained)
                explained += work.Segments[i].Length;
        return work.Text.Length == 0 ? 1 : (double)explained / work.Text.Length;
    }

    private static SentenceRole RoleOf(DocumentWorkspace work, Segment segment)
    {
        if (segment.Role == SentenceRole.Claim) return SentenceRole.Claim;
        if (segment.IsBoilerplate) return SentenceRole.Boilerplate;
        var view = work.View(segment);
        if (segment.Kind == SegmentKind.Heading) return view.Any(Concept.HeadFurniture) ? SentenceRole.Boilerplate : SentenceRole.Context;
        return IsUnderstood(work, segment, view) ? SentenceRole.Context : SentenceRole.Unexplained;
    }

    // Background: it talks about a place, about Roma, or about a field, without a statement the reader keeps.
    private static bool IsUnderstood(DocumentWorkspace work, Segment segment, Text.SegmentView view)
    {
        var signs = 0;
        for (var i = 0; i < view.Count; i++)
            if (view.Is(view[i], Concept.Roma) || view.Is(view[i], Concept.Authority) || view.Is(view[i], Concept.Country) || view.Is(view[i], Concept.Wider)
                || view.Is(view[i], Concept.TypeMunicipality) || view.Is(view[i], Concept.Part) || view.Is(view[i], Concept.Population) || view.Is(view[i], Concept.Challenge))
                signs++;
        if (signs > 0) return true;
        return work.SubjectOf(segment) is { } subject && work.Text.Of(segment.Start, segment.End).IndexOf(subject.Names.FirstOrDefault() ?? "\0") >= 0;
    }
}
