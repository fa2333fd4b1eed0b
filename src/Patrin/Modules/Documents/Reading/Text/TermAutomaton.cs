namespace Patrin.Modules.Documents.Reading.Text;

/// <summary>
/// Aho and Corasick's automaton (1975) over folded characters: finds every term in one pass, one step per character,
/// whatever the text. Characters that occur in no term share one class, so the table stays small.
/// </summary>
internal sealed class TermAutomaton
{
    private readonly byte[] classOf;
    private readonly int classes;
    private readonly int[] next;
    private readonly int[] termsAt;
    private readonly int[] shorter;
    private readonly int[][] terms;

    private TermAutomaton(byte[] classOf, int classes, int[] next, int[] termsAt, int[] shorter, int[][] terms) =>
        (this.classOf, this.classes, this.next, this.termsAt, this.shorter, this.terms) = (classOf, classes, next, termsAt, shorter, terms);

    public int States => termsAt.Length;

    public int Classes => classes;

    public static TermAutomaton Build(IReadOnlyList<string> words)
    {
        var classOf = ClassesOf(words, out var classes);
        var size = words.Sum(w => w.Length) + 1;
        var next = new int[size * classes];
        var ends = new List<int>[size];
        var count = 1;
        for (var id = 0; id < words.Count; id++)
        {
            if (words[id].Length == 0) continue;
            var state = 0;
            foreach (var c in words[id])
            {
                ref var step = ref next[state * classes + classOf[c]];
                if (step == 0) step = count++;
                state = step;
            }
            (ends[state] ??= []).Add(id);
        }
        Array.Resize(ref next, count * classes);
        var (termsAt, shorter) = Link(next, ends, classes, count);
        return new TermAutomaton(classOf, classes, next, termsAt, shorter, [.. ends.Take(count).Where(e => e is not null).Select(e => e.ToArray())]);
    }

    /// <summary>One step; <paramref name="state"/> starts at 0.</summary>
    public int Step(int state, char c) => next[state * classes + classOf[c]];

    /// <summary>The first state at or behind <paramref name="state"/> where terms end, or 0.</summary>
    public int FirstEnd(int state) => termsAt[state] >= 0 ? state : shorter[state];

    public int NextEnd(int state) => shorter[state];

    public ReadOnlySpan<int> TermsAt(int state) => terms[termsAt[state]];

    private static byte[] ClassesOf(IReadOnlyList<string> words, out int classes)
    {
        var classOf = new byte[char.MaxValue + 1];
        classes = 1;
        foreach (var word in words)
        {
            foreach (var c in word)
            {
                if (classOf[c] != 0) continue;
                if (classes > byte.MaxValue) throw new InvalidOperationException("A lexicon may use at most 255 different characters.");
                classOf[c] = (byte)classes++;
            }
        }
        return classOf;
    }

    private static (int[] TermsAt, int[] Shorter) Link(int[] next, List<int>[] ends, int classes, int count)
    {
        var termsAt = new int[count];
        var row = 0;
        for (var s = 0; s < count; s++) termsAt[s] = ends[s] is null ? -1 : row++;
        var fail = new int[count];
        var shorter = new int[count];
        var queue = new Queue<int>();
        for (var c = 0; c < classes; c++)
            if (next[c] != 0)
                queue.Enqueue(next[c]);
        while (queue.TryDequeue(out var state))
        {
            shorter[state] = termsAt[fail[state]] >= 0 ? fail[state] : shorter[fail[state]];
            for (var c = 0; c < classes; c++)
            {
                ref var step = ref next[state * classes + c];
                var back = next[fail[state] * classes + c];
                if (step == 0)
                {
                    step = back;
                    continue;
                }
                fail[step] = back;
                queue.Enqueue(step);
            }
        }
        return (termsAt, shorter);
    }
}
