using System.Globalization;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents;

/// <summary>What the reader compared, as sentences: figures that agree, and questions to a person.</summary>
public sealed class CheckWords(Texts texts, CodeLists codes)
{
    public string Of(DocumentCheck check)
    {
        var v = new Values(check.Arguments.Split('\n'), texts);
        return (check.Code, check.Passed) switch
        {
            (Checks.ShareAndCount, true) => texts["{0} is {1}: that makes {2} in all. The source gives {3}. This agrees.", v.Range(1, 1), v.Percent(0), v.Range(2, 2), v.Range(3, 4)],
            (Checks.ShareAndCount, false) => texts["{0} is {1}: that makes {2} in all. But the source gives {3}. Which number is right?", v.Range(1, 1), v.Percent(0), v.Range(2, 2), v.Range(3, 4)],
            (Checks.PartsAndWhole, true) => texts["{0} parts add up to {1}. The source gives {2} for the whole. This agrees.", v[0], v.Range(1, 1), v.Range(2, 3)],
            (Checks.PartsAndWhole, false) => texts["{0} parts add up to {1}, but the source gives {2} for the whole. Are parts missing, or is a number wrong?", v[0], v.Range(1, 1), v.Range(2, 3)],
            (Checks.CountAbovePopulation, _) => texts["There are more Roma residents ({0}) than residents ({1}). Which number is for another area?", v.Range(0, 0), v.Range(1, 1)],
            (Checks.DistrictAsCity, _) => texts["{0} is a district, but the text calls it “{1}”. Which one do the numbers describe?", v[0], v[1]],
            (Checks.ScopeWider, _) => texts["{1} is a number for {0}, not for the place alone. Keep it as a number for the wider area.", v.Named(0, texts["a wider area"]), v.Range(1, 2)],
            (Checks.UnlikeBases, _) => texts["The number of Roma residents ({0}) and the number of residents ({1}) are not from the same year. No share is worked out.", v.Named(0, texts["year not stated"]), v.Named(1, texts["year not stated"])],
            (Checks.RivalFigures, _) => texts["Two numbers for the same: {0} ({1}) and {2} ({3}). Both may stand; you can prefer one and say why.", v.Range(1, 2), Method(v[0]), v.Range(4, 5), Method(v[3])],
            (Checks.ProxyFigure, _) => texts["{1} counts {0}, not Roma residents. It is never shown as a number of Roma.", v.Named(0, texts["citizenship or origin"]), v.Range(1, 2)],
            (Checks.SameName, _) => texts["There are {1} places called {0} in this country. Is it the right one?", v[0], v[1]],
            (Checks.NameDiffers, _) => texts["The heading says {0}, the text says {1}. Are they the same place?", v[0], v[1]],
            (_, true) => texts["The figures agree: {0}", v.All],
            _ => texts["Please look at this passage: {0}", v.All],
        };
    }

    private string Method(string code) => codes["count_method"].Find(code)?.Label(texts.Language) ?? texts["Method not stated"];

    /// <summary>Arguments by position; numbers in invariant form, empty where an end is open.</summary>
    private sealed class Values(string[] lines, Texts texts)
    {
        public string this[int index] => index < lines.Length ? lines[index] : "";

        public string All => string.Join(" · ", lines.Where(l => l.Length > 0));

        public string Named(int index, string otherwise) => this[index] is { Length: > 0 } name ? name : otherwise;

        public string Range(int low, int high) => texts.Range(Number(low), Number(high), about: false);

        public string Percent(int index) => Number(index) is { } number ? texts.Percent(number) : "";

        private decimal? Number(int index) => decimal.TryParse(this[index], CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
