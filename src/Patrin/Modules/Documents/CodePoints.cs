namespace Patrin.Modules.Documents;

/// <summary>
/// Turns UTF-16 positions of one text into counts of Unicode code points, as selectors on the web and most other
/// languages count. Built once per text in one pass; a look-up costs a few steps.
/// </summary>
public sealed class CodePoints
{
    private readonly int[] _lowSurrogates;

    public CodePoints(string text)
    {
        var found = new List<int>();
        // Text without characters beyond the first plane is the rule: the search for surrogates is vectorised.
        for (var at = Next(text, 0); at >= 0; at = Next(text, at + 2))
            found.Add(at + 1);
        _lowSurrogates = [.. found];
    }

    /// <summary>Code points before <paramref name="position"/>.</summary>
    public int Before(int position)
    {
        var index = Array.BinarySearch(_lowSurrogates, position);
        return position - (index >= 0 ? index : ~index);
    }

    private static int Next(string text, int from)
    {
        while (from < text.Length - 1)
        {
            var at = text.AsSpan(from).IndexOfAnyInRange('\uD800', '\uDBFF');
            if (at < 0 || from + at + 1 >= text.Length)
                return -1;
            from += at;
            if (char.IsLowSurrogate(text[from + 1]))
                return from;
            from++;
        }

        return -1;
    }
}
