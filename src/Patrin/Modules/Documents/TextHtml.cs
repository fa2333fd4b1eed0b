using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents;

/// <summary>A passage to be marked in a text.</summary>
/// <param name="Claim">Gives the anchor, when <paramref name="HasAnchor"/>.</param>
/// <param name="Number">Shown on the chip behind the passage.</param>
/// <param name="Span">Positions in the document.</param>
/// <param name="Style">Class of the mark.</param>
/// <param name="Link">Where the chip leads.</param>
/// <param name="HasAnchor">False where the claim's own card carries the anchor.</param>
public sealed record TextMark(Guid Claim, int Number, Span Span, string Style, string Link, bool HasAnchor);

/// <summary>
/// A stretch of verbatim text as paragraphs with its passages marked. Line breaks of the source begin paragraphs, and so do
/// headings glued into running text; repeated furniture is folded. Not a character is changed.
/// </summary>
/// <param name="texts">Words of the interface.</param>
/// <param name="text">The stretch.</param>
/// <param name="offset">Its first position in the document; spans count from the document's start.</param>
/// <param name="sentences">Sentences that lie in it, in order.</param>
/// <param name="marks">Passages, in order of their start.</param>
public sealed class TextHtml(Texts texts, string text, int offset, IReadOnlyList<ReadSentence> sentences, IReadOnlyList<TextMark> marks) : IHtmlContent
{
    private const int LongestHeading = 90;
    private const int WordsOfHeading = 6;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var run = new Run(writer, encoder, texts, text, offset, marks);
        var at = offset;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            Gap(run, at, sentence.Span.Start);
            if (sentence.Role == SentenceRole.Boilerplate)
            {
                var start = sentence.Span.Start;
                while (i + 1 < sentences.Count && sentences[i + 1].Role == SentenceRole.Boilerplate)
                    sentence = sentences[++i];
                run.Fold(new(start, sentence.Span.End), texts["Repeated text, the same in other places"]);
            }
            else
            {
                var shape = ShapeOf(sentence);
                if (shape != Shape.Running)
                    run.EndParagraph();
                run.Sentence(sentence, shape);
                if (shape != Shape.Running)
                    run.EndParagraph();
            }

            at = sentence.Span.End;
        }

        Gap(run, at, offset + text.Length);
        run.EndParagraph();
    }

    /// <summary>What stands between sentences: a space, a line break, or lines no reader has to read (front matter).</summary>
    private void Gap(Run run, int from, int to)
    {
        var between = text.AsSpan(from - offset, Math.Max(0, to - from));
        if (between.IsWhiteSpace())
            run.Space(between.Contains('\n'));
        else
            run.Fold(new(from, to), texts["Notes about the file"]);
    }

    /// <summary>Short pieces without a full stop are headings or list items, however they are glued into the text.</summary>
    private Shape ShapeOf(ReadSentence sentence)
    {
        var words = text.AsSpan(sentence.Span.Start - offset, sentence.Span.Length).TrimEnd();
        if (words.Length is 0 or > LongestHeading || (words[0] != '#' && words[^1] is '.' or '!' or '?' or ':' or ',' or ';'))
            return Shape.Running;
        var isTitle = words[0] == '#' || (sentence.Role == SentenceRole.Context && words.Count(' ') < WordsOfHeading) || NamesPlace(sentence);
        return isTitle ? Shape.Heading : Shape.Line;
    }

    private bool NamesPlace(ReadSentence sentence)
    {
        foreach (var mark in marks)
            if (mark.Style == "name" && mark.Span.Start >= sentence.Span.Start && mark.Span.End <= sentence.Span.End && mark.Span.Length * 2 > sentence.Span.Length)
                return true;
        return false;
    }

    private enum Shape
    {
        Running,
        Line,
        Heading,
    }

    private sealed class Run(TextWriter writer, HtmlEncoder encoder, Texts texts, string text, int offset, IReadOnlyList<TextMark> marks)
    {
        private readonly PriorityQueue<TextMark, int> _chips = new();
        private readonly List<TextMark> _active = [];
        private int _next;
        private bool _inParagraph;
        private bool _needsSpace;
        private bool _brokeLine;

        public void Space(bool isLineBreak)
        {
            _needsSpace = true;
            _brokeLine |= isLineBreak;
        }

        public void Sentence(ReadSentence sentence, Shape shape)
        {
            Begin(shape);
            var quiet = sentence.Role == SentenceRole.Unexplained;
            for (var at = sentence.Span.Start; at < sentence.Span.End;)
            {
                var end = Activate(at, sentence.Span.End);
                Write(at, end, quiet);
                Chips(end);
                at = end;
            }
        }

        public void Fold(Span span, string summary)
        {
            EndParagraph();
            writer.Write("<details class=\"open folded\"><summary>");
            encoder.Encode(writer, summary);
            writer.Write("</summary><p class=\"xs\">");
            encoder.Encode(writer, text[(span.Start - offset)..(span.End - offset)].Trim());
            writer.Write("</p></details>");
        }

        public void EndParagraph()
        {
            Chips(int.MaxValue);
            if (_inParagraph)
                writer.Write("</p>");
            _inParagraph = false;
        }

        private void Begin(Shape shape)
        {
            if (_brokeLine)
                EndParagraph();
            if (!_inParagraph)
                writer.Write(shape switch { Shape.Heading => "<p class=\"h\">", Shape.Line => "<p class=\"line\">", _ => "<p>" });
            else if (_needsSpace)
                writer.Write(' ');
            _inParagraph = true;
            _needsSpace = _brokeLine = false;
        }

        /// <summary>Brings the passages that cover <paramref name="at"/> up to date; returns where that changes next.</summary>
        private int Activate(int at, int end)
        {
            _active.RemoveAll(m => m.Span.End <= at);
            for (; _next < marks.Count && marks[_next].Span.Start <= at; _next++)
            {
                if (marks[_next].Span.End <= at)
                    continue;
                _active.Add(marks[_next]);
                _chips.Enqueue(marks[_next], marks[_next].Span.End);
            }

            foreach (var mark in _active)
                end = Math.Min(end, mark.Span.End);
            return _next < marks.Count ? Math.Min(end, marks[_next].Span.Start) : end;
        }

        private void Write(int start, int end, bool quiet)
        {
            // A number is what readers look for: it shows even where a sentence also names a challenge.
            var style = _active.Count > 0 ? (_active.Find(m => m.Style == "claim") ?? _active[^1]).Style : quiet ? "unex" : null;
            if (style is not null)
                writer.Write($"<mark class=\"{style}\">");
            encoder.Encode(writer, text[(start - offset)..(end - offset)]);
            if (style is not null)
                writer.Write("</mark>");
        }

        private void Chips(int until)
        {
            while (_chips.TryPeek(out var mark, out var end) && end <= until)
            {
                _chips.Dequeue();
                writer.Write("<a class=\"src\"");
                if (mark.HasAnchor)
                    writer.Write($" id=\"c-{mark.Claim:N}\"");
                writer.Write(" href=\"");
                encoder.Encode(writer, mark.Link);
                writer.Write("\" aria-label=\"");
                encoder.Encode(writer, texts["Claim {0}", mark.Number]);
                writer.Write($"\">{mark.Number}</a>");
            }
        }
    }
}
