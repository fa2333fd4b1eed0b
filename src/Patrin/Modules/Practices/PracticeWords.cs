using Microsoft.AspNetCore.Html;
using Patrin.Modules.Documents;
using Patrin.Modules.Practices.Rubric;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui;
using Patrin.Platform.Ui.Tags;

namespace Patrin.Modules.Practices;

/// <summary>The words pages about practices need beside their own sentences.</summary>
public sealed class PracticeWords(CodeLists codes, Texts texts)
{
    /// <summary>The label of a code; a code that the list does not know stands for itself.</summary>
    public string Label(string list, string code) => codes[list].Find(code)?.Label(texts.Language) ?? code;

    public string? Note(string list, string code) => codes[list].Find(code)?.Note(texts.Language);

    public IReadOnlyList<Code> Codes(string list) => codes[list].All;

    public string Country(string code) => Label("country", code);

    public string Level(EvidenceLevel level) => Label("evidence_level", level.ToString());

    public string Kind(RecordType type) => Label("record_type", WireName.Of(type));

    public string Language(string tag) => Label("language", tag);

    public static IHtmlContent Icon(string area) => new HtmlString(Icons.Svg(area));

    /// <summary>The words of the label every record carries: what the reader may think of it.</summary>
    public (Tone Tone, string Text) Review(Standing standing, PracticeStatus status) => (standing, status) switch
    {
        (Standing.Reviewed, _) => (Tone.Ok, texts["Reviewed in this network"]),
        (Standing.Outdated, _) => (Tone.Unk, texts["Outdated: nobody confirmed for long that it still holds"]),
        (Standing.Archived, _) => (Tone.Unk, texts["Archived: kept for those who link to it"]),
        (_, PracticeStatus.InReview) => (Tone.Wait, texts["Being reviewed in this network"]),
        (_, PracticeStatus.Revise) => (Tone.Wait, texts["Reviewers asked for changes"]),
        (_, PracticeStatus.Validated) => (Tone.Wait, texts["Reviewed in this network, not published yet"]),
        _ => (Tone.Unk, texts["Not reviewed in this network yet"]),
    };

    public string Where(PracticeContent content) =>
        content.Place.Length > 0 ? texts["{0}, {1}", content.Place, Country(content.Country)] : Country(content.Country);

    public string When(PracticeContent content) => (content.From, content.To, content.Continuing) switch
    {
        (null, null, true) => texts["Not known since when; it goes on"],
        (null, null, _) => texts["not known"],
        ({ } from, _, true) => texts["Since {0}, it goes on", from],
        ({ } from, { } to, _) when from == to => from,
        ({ } from, { } to, _) => from + "–" + to,
        ({ } from, null, false) => texts["Since {0}, ended", from],
        ({ } from, null, _) => texts["Since {0}; whether it goes on is not known", from],
        (null, { } to, _) => texts["Until {0}", to],
    };

    /// <summary>Names of countries or codes joined by semicolons.</summary>
    public string All(string list, IEnumerable<string> given) => string.Join("; ", given.Select(c => Label(list, c)));

    public string Money(decimal? amount, string? currency) => amount is { } known ? $"{texts.Number(known)} {currency}".TrimEnd() : texts["not known"];

    public string Cost(PracticeElement element)
    {
        if (element.CostLow is null && element.CostHigh is null)
            return texts["not known"];
        var sum = texts.Range(element.CostLow, element.CostHigh, about: false) + " " + element.CostCurrency;
        return string.IsNullOrEmpty(element.CostPer) ? sum : texts["{0} ({1})", sum, element.CostPer];
    }

    /// <summary>A band of the facet, in words.</summary>
    public string CostBand(string band) => band switch
    {
        FacetCodes.UpTo10K => texts["Up to {0} euro", texts.Number(10_000)],
        FacetCodes.UpTo100K => texts["{0} to {1} euro", texts.Number(10_000), texts.Number(100_000)],
        FacetCodes.UpTo1M => texts["{0} to {1} euro", texts.Number(100_000), texts.Number(1_000_000)],
        FacetCodes.Over1M => texts["More than {0} euro", texts.Number(1_000_000)],
        FacetCodes.OtherCurrency => texts["Known in another currency"],
        _ => texts["Cost not known"],
    };
}
