using Patrin.Modules.Documents.Reading.Lexicon;

namespace Patrin.Modules.Documents.Reading.Text;

/// <summary>One pass of the automaton; keeps the terms that stand as whole words, also in glued text.</summary>
internal sealed class HitScanner(FoldedText text, ReaderVocabulary vocabulary, IPlaceNames places)
{
    private readonly List<Hit> hits = new(text.Length / 8 + 4);
    private readonly List<(int Start, int End)> gluedRuns = [];
    private int triedUpTo = -1;

    public List<Hit> Scan()
    {
        var (automaton, chars, length) = (vocabulary.Automaton, text.Chars, text.Length);
        var state = 0;
        for (var i = 0; i < length; i++)
        {
            state = automaton.Step(state, chars[i]);
            for (var end = automaton.FirstEnd(state); end != 0; end = automaton.NextEnd(end))
                foreach (var term in automaton.TermsAt(end))
                    Keep(term, i + 1);
        }
        foreach (var (start, end) in gluedRuns) AddShortTerms(start, end);
        hits.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start)
            : a.End != b.End ? a.End.CompareTo(b.End) : a.Term.CompareTo(b.Term));
        return hits;
    }

    // Terms of one to three letters only count once the run around them is known to be glued.
    private void AddShortTerms(int start, int end)
    {
        var state = 0;
        for (var i = start; i < end; i++)
        {
            state = vocabulary.Automaton.Step(state, text.Chars[i]);
            for (var s = vocabulary.Automaton.FirstEnd(state); s != 0; s = vocabulary.Automaton.NextEnd(s))
                foreach (var id in vocabulary.Automaton.TermsAt(s))
                    if (vocabulary.Terms[id].Folded.Length is var length && length < 4 && i + 1 - length >= start && !IsKept(id, i + 1 - length))
                        Keep(id, i + 1);
        }
    }

    // Kept already when both its edges were boundaries before the run was pulled apart.
    private bool IsKept(int id, int start) =>
        !text.Has(start, Gap.Glue) && !text.Has(Math.Min(start + vocabulary.Terms[id].Folded.Length, text.Length - 1), Gap.Glue);

    private void Keep(int id, int end)
    {
        var term = vocabulary.Terms[id];
        var start = end - term.Folded.Length;
        if (text.Has(start, Gap.Address) || !Fits(term, start, end)) return;
        if (!term.OpenStart && !Edge(start, term)) return;
        if (!term.OpenEnd && !Edge(end, term)) return;
        hits.Add(new Hit(id, start, end));
    }

    private bool Edge(int at, Term term)
    {
        if (text.IsBoundary(at)) return true;
        if (term.Folded.Length < 4) return false;
        Unglue(at);
        return text.Has(at, Gap.Glue);
    }

    // Inside a term, white space may only stand where the term has it; a lost space is forgiven.
    private bool Fits(Term term, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
            if ((text.Gaps[i] & (byte)Gap.White) != 0 && !term.StartsWord(i - start))
                return false;
        return true;
    }

    private void Unglue(int at)
    {
        if (at <= triedUpTo) return;
        var (start, end) = (at, at);
        while (start > 0 && !text.IsBoundary(start) && at - start <= TileSet.LongestRun) start--;
        while (end < text.Length && !text.IsBoundary(end) && end - at <= TileSet.LongestRun) end++;
        triedUpTo = end;
        if (end - start is < 6 or > TileSet.LongestRun || vocabulary.Tiles.Contains(text.Of(start, end))) return;
        Span<bool> starts = stackalloc bool[end - start];
        if (!vocabulary.Tiles.TryCut(text.Of(start, end), text.IsUpper(start), starts)) return;
        if (IsName(start, end)) return;
        for (var i = 1; i < starts.Length; i++)
            if (starts[i])
                text.Gaps[start + i] |= (byte)Gap.Glue;
        gluedRuns.Add((start, end));
    }

    private bool IsName(int start, int end) =>
        text.IsUpper(start) && places.Find(text.SpanOf(start, end).Of(text.Source)).Count > 0;
}
