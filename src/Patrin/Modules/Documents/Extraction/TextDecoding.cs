using System.Text;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>From bytes to characters: decoding, line ends to \n, NFC. Nothing else is changed.</summary>
internal static class TextDecoding
{
    public static string Decode(ReadOnlySpan<byte> bytes, DetectedEncoding encoding, List<ExtractionNote> notes)
    {
        var text = encoding.Encoding.GetString(bytes[encoding.PreambleBytes..]);
        if (encoding.IsGuessed)
            notes.Add(Note.Of(NoteCodes.EncodingGuessed, "encoding", encoding.Encoding.WebName));
        var replaced = text.AsSpan().Count('\uFFFD');
        if (replaced > 0)
            notes.Add(Note.Of(NoteCodes.BytesReplaced, "count", replaced));
        return Normalise(text, notes);
    }

    /// <summary>Line ends to \n (CR LF, CR, NEL, LS, PS), composed form, lone surrogates to U+FFFD.</summary>
    public static string Normalise(string text, List<ExtractionNote> notes)
    {
        if (text.AsSpan().IndexOfAny("\r\u0085\u2028\u2029") >= 0)
            text = text.ReplaceLineEndings("\n").Replace('\u2029', '\n');
        text = WithoutLoneSurrogates(text);
        if (text.IsNormalized(NormalizationForm.FormC))
            return text;
        notes.Add(Note.Of(NoteCodes.Composed));
        return text.Normalize(NormalizationForm.FormC);
    }

    private static string WithoutLoneSurrogates(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0)
            return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                if (i + 1 < source.Length && char.IsSurrogatePair(source[i], source[i + 1]))
                {
                    target[i] = source[i];
                    target[++i] = source[i];
                }
                else
                {
                    target[i] = char.IsSurrogate(source[i]) ? '\uFFFD' : source[i];
                }
            }
        });
    }
}
