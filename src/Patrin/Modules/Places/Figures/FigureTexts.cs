using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Places.Figures;

/// <summary>Figures in the reader's words: number, method, area, year, and why there is no share.</summary>
public sealed class FigureTexts(Texts texts, CodeLists codes)
{
    /// <summary>The number as the source gives it: "6,500–7,000", "more than 2,500", "25 %", "fewer than 10".</summary>
    public string Number(Figure f) => f switch
    {
        { Protected: Protection.Small } => texts["fewer than {0}", Disclosure.Threshold],
        { Protected: Protection.WouldReveal } => texts["not shown"],
        { Unit: "PERCENT" } => Percent(f.Low, f.High, f.About),
        _ => texts.Range(f.Low, f.High, f.About),
    };

    public string Percent(decimal? low, decimal? high, bool about)
    {
        var text = (low, high) switch
        {
            ({ } a, { } b) when a == b => texts.Percent(a),
            ({ } a, { } b) => texts["{0} to {1}", texts.Percent(a), texts.Percent(b)],
            ({ } a, null) => texts["more than {0}", texts.Percent(a)],
            (null, { } b) => texts["at most {0}", texts.Percent(b)],
            _ => "",
        };
        return about && text.Length > 0 ? texts["about {0}", text] : text;
    }

    /// <summary>The number with the area or group it is for, when that is not the place: for tables.</summary>
    public string InWords(Figure f) => f switch
    {
        { Unit: "PERCENT", IsWholePlace: true } => texts["{0} of residents", Number(f)],
        { IsWholePlace: true } => Number(f),
        _ => texts["{0}, but for: {1}", Number(f), Area(f)],
    };

    /// <summary>How it was counted; says so when the source does not.</summary>
    public string Method(Figure f) => codes["count_method"].Find(f.Method)?.Label(texts.Language) ?? texts["Method not stated"];

    /// <summary>A short heading for a figure: whose count it is.</summary>
    public string Voice(Figure f) => f switch
    {
        { IsProxy: true } => texts["Citizenship or origin, not a count of Roma"],
        { IsWholePlace: false } => texts["For another area or group"],
        { IsSelfDeclared: true } => texts["Said by people themselves"],
        { Method: "NOT_STATED" or "" } => texts["Counted in an unknown way"],
        { CountsWholePlace: false } => texts["Only a part was counted"],
        _ => texts["Estimated by others"],
    };

    public string Area(Figure f) => f.Scope switch
    {
        ClaimScope.Place => texts["The whole place"],
        _ when f.ScopeName.Length > 0 => f.ScopeName,
        ClaimScope.PartOfPlace => texts["A part of the place"],
        ClaimScope.WiderArea => texts["A wider area"],
        ClaimScope.Group => texts["A group within the place"],
        ClaimScope.Country => texts["A whole country"],
        _ => texts["Not stated"],
    };

    /// <summary>Years are written without separators.</summary>
    public string Year(Figure f) => f switch
    {
        { Year: { } from, YearTo: { } to } => $"{from}–{to}",
        { Year: { } year } => $"{year}",
        _ => texts["The source gives no year"],
    };

    public string Kind(FigureKind kind) => kind switch
    {
        FigureKind.Self => texts["People said so themselves"],
        FigureKind.Estimate => texts["Estimate or no method given"],
        FigureKind.Other => texts["For another area or group"],
        _ => texts["No figure"],
    };

    /// <summary>Worked out by us, with the sum.</summary>
    public string Formula(Share share) => texts["{0} of {1} residents, worked out by us", Number(share.Part), Number(share.Whole)];

    public string Why(ShareRefusal refusal, Figure count) => refusal switch
    {
        ShareRefusal.OtherArea => texts["Not shown: the number is for another area ({0})", Area(count)],
        ShareRefusal.NotRoma => texts["Not shown: citizenship or origin was counted, not Roma residents"],
        ShareRefusal.PartOnly => texts["Not shown: only some settlements were counted"],
        ShareRefusal.NoResidents => texts["Not shown: the sources do not give the number of residents"],
        ShareRefusal.OtherYear => texts["Not shown: the two numbers are from different years"],
        ShareRefusal.YearMissing => texts["Not shown: only one of the two numbers has a year"],
        ShareRefusal.UndatedElsewhere => texts["Not shown: the two numbers come from different sources without a year"],
        ShareRefusal.TooFew => texts["Not shown: too few people for a percentage"],
        ShareRefusal.Corrected => texts["Not shown: a check found that the two numbers do not belong together"],
        _ => texts["Not shown: the number is protected"],
    };
}
