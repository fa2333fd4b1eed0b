using System.Text;

namespace Patrin.Platform.Localization;

/// <summary>One text and its translations as a gettext file holds them.</summary>
/// <param name="Context">Tells apart equal English texts with different meanings; empty for most.</param>
/// <param name="Id">The English text: the key.</param>
/// <param name="PluralId">The English plural; null for texts without a number.</param>
/// <param name="Forms">One translation, or one per plural form of the language.</param>
public sealed record PoEntry(string Context, string Id, string? PluralId, IReadOnlyList<string> Forms);

/// <summary>Reads gettext .po files: the subset that translators' tools write (context, id, plural, strings over several lines).</summary>
public static class PoFile
{
    public static IReadOnlyList<PoEntry> Read(string path)
    {
        var entries = new List<PoEntry>();
        var entry = new Draft();
        StringBuilder? target = null;
        var number = 0;
        foreach (var raw in File.ReadLines(path))
        {
            number++;
            var line = raw.Trim();
            if (line.Length == 0)
            {
                entry.AddTo(entries);
                (entry, target) = (new Draft(), null);
            }
            else if (line[0] == '"')
                (target ?? throw Broken(path, number, "a text without a keyword before it")).Append(Unquote(line, path, number));
            else if (line[0] != '#')
            {
                if (line.StartsWith("msgctxt ", StringComparison.Ordinal) || (line.StartsWith("msgid ", StringComparison.Ordinal) && entry.Forms.Count > 0))
                {
                    // Files without blank lines between entries are legal too.
                    if (entry.Forms.Count > 0)
                    {
                        entry.AddTo(entries);
                        entry = new Draft();
                    }
                }

                var space = line.IndexOf(' ', StringComparison.Ordinal);
                target = entry.Target(space < 0 ? line : line[..space]) ?? throw Broken(path, number, "an unknown keyword");
                target.Append(Unquote(line[(space + 1)..].Trim(), path, number));
            }
        }

        entry.AddTo(entries);
        return entries;
    }

    private static string Unquote(string text, string path, int line)
    {
        if (text.Length < 2 || text[0] != '"' || text[^1] != '"')
            throw Broken(path, line, "a text without quotation marks");
        var result = new StringBuilder(text.Length);
        for (var i = 1; i < text.Length - 1; i++)
            result.Append(text[i] == '\\' && i + 1 < text.Length - 1 ? Escape(text[++i]) : text[i]);
        return result.ToString();
    }

    private static char Escape(char c) => c switch { 'n' => '\n', 't' => '\t', _ => c };

    private static InvalidDataException Broken(string path, int line, string what) => new($"{path}, line {line}: {what}.");

    private sealed class Draft
    {
        private readonly StringBuilder _context = new(), _id = new(), _plural = new();
        private bool _hasId, _hasPlural;

        public List<StringBuilder> Forms { get; } = [];

        public StringBuilder? Target(string keyword)
        {
            switch (keyword)
            {
                case "msgctxt": return _context;
                case "msgid": _hasId = true; return _id;
                case "msgid_plural": _hasPlural = true; return _plural;
                default:
                    if (!keyword.StartsWith("msgstr", StringComparison.Ordinal))
                        return null;
                    Forms.Add(new StringBuilder());
                    return Forms[^1];
            }
        }

        public void AddTo(List<PoEntry> entries)
        {
            // The entry with the empty id is the file's header.
            if (_hasId && _id.Length > 0)
                entries.Add(new(_context.ToString(), _id.ToString(), _hasPlural ? _plural.ToString() : null, [.. Forms.Select(f => f.ToString())]));
        }
    }
}
