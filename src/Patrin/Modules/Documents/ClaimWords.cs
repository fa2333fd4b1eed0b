using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Documents;

/// <summary>Claims in the reader's words: what is stated, how it was counted, for which area and year, and where it stands.</summary>
public sealed class ClaimWords(Texts texts, CodeLists codes)
{
    /// <summary>The statement as one short line. Needs the claim's codes.</summary>
    /// <param name="claim">The claim, with its codes.</param>
    /// <param name="isPublic">True keeps small numbers of people back.</param>
    public string Heading(Claim claim, bool isPublic = false) => claim.Kind switch
    {
        ClaimKind.Population => People(claim, isPublic, texts.Plural(Size(claim), "{1} resident", "{1} residents", Number(claim, isPublic))),
        ClaimKind.RomaPopulation when claim.Method == "PROXY_NATIONALITY" =>
            People(claim, isPublic, texts.Plural(Size(claim), "{1} person by citizenship or origin", "{1} people by citizenship or origin", Number(claim, isPublic))),
        ClaimKind.RomaPopulation => People(claim, isPublic, texts.Plural(Size(claim), "{1} Roma resident", "{1} Roma residents", Number(claim, isPublic))),
        ClaimKind.RomaShare => texts["{0} of residents are Roma", Number(claim, isPublic)],
        ClaimKind.Challenge or ClaimKind.Measure or ClaimKind.Wish when claim.Codes.Count > 0 => string.Join("; ", claim.Codes.Select(c => CodeLabel(c.Code))),
        ClaimKind.Plan when claim.Year is not null => texts["{0} ({1})", Statement(claim), Years(claim)],
        ClaimKind.Figure => Figure(claim, isPublic),
        _ => Statement(claim),
    };

    public string Kind(ClaimKind kind) => codes["claim_kind"].Find(WireName.Of(kind))?.Label(texts.Language) ?? WireName.Of(kind);

    public string State(ClaimState state) => codes["claim_state"].Find(WireName.Of(state))?.Label(texts.Language) ?? WireName.Of(state);

    /// <summary>The number as the source gives it; a small number of people is kept back from the public.</summary>
    public string Number(Claim claim, bool isPublic = false)
    {
        if (isPublic && SmallCounts.IsSmall(claim))
            return texts["fewer than {0}", SmallCounts.Threshold];
        return claim.Unit == "PERCENT" ? Percent(claim) : texts.Range(claim.Low, claim.High, claim.About);
    }

    public string Unit(string unit) => codes["unit"].Find(unit)?.Label(texts.Language) ?? unit;

    public string Method(string method) => codes["count_method"].Find(method)?.Label(texts.Language) ?? texts["Method not stated"];

    public string Scope(Claim claim) => claim.Scope == ClaimScope.Place || claim.ScopeName.Length == 0
        ? ScopeLabel(claim.Scope)
        : texts["{0}: {1}", ScopeLabel(claim.Scope), claim.ScopeName];

    public string ScopeLabel(ClaimScope scope) => codes["claim_scope"].Find(WireName.Of(scope))?.Label(texts.Language) ?? WireName.Of(scope);

    /// <summary>Years are written without separators.</summary>
    public string Years(Claim claim) => claim switch
    {
        { Year: { } from, YearTo: { } to } => FormattableString.Invariant($"{from}–{to}"),
        { Year: { } year } => FormattableString.Invariant($"{year}"),
        _ => texts["The source gives no year"],
    };

    public string CodeLabel(string code) =>
        (codes.Challenges.Find(code) ?? codes.Interventions.Find(code) ?? codes.Countries.Find(code))?.Label(texts.Language) ?? code;

    /// <summary>The policy area whose colour and drawing a code has; null for codes without one.</summary>
    public string? AreaOf(string code) => codes.Challenges.Find(code)?.Parent ?? (codes.Interventions.Find(code) is { Areas: [var area, ..] } ? area : null);

    public string Country(string code) => codes.Countries.Find(code)?.Label(texts.Language) ?? code;

    public string LanguageName(string tag) => codes.Languages.Find(tag)?.Label(texts.Language) ?? tag;

    /// <summary>What somebody did, for the history of a claim.</summary>
    public string Deed(DecisionKind kind) => kind switch
    {
        DecisionKind.Accept => texts["Accepted"],
        DecisionKind.Correct => texts["Accepted with a correction"],
        DecisionKind.Reject => texts["Rejected"],
        DecisionKind.Reopen => texts["Opened again"],
        DecisionKind.Prefer => texts["Preferred among the figures about the same"],
        DecisionKind.Unprefer => texts["Another figure was preferred"],
        DecisionKind.MarkStale => texts["The passage is gone from the newest version"],
        DecisionKind.CarryOver => texts["Taken over from the version before"],
        _ => texts["A newer version took its place"],
    };

    private string People(Claim claim, bool isPublic, string sentence) =>
        claim.Scope == ClaimScope.Place || claim.ScopeName.Length == 0 || (isPublic && SmallCounts.IsSmall(claim))
            ? sentence
            : texts["{0} ({1})", sentence, claim.ScopeName];

    private string Figure(Claim claim, bool isPublic)
    {
        var number = Number(claim, isPublic);
        if (claim.Unit is not ("PERCENT" or "" or "COUNT"))
            number = texts["{0} {1}", number, Unit(claim.Unit)];
        var what = claim.Text.Length > 0 ? claim.Text : claim.ScopeName;
        return number.Trim().Length == 0 ? Statement(claim) : what.Length == 0 ? number : texts["{0}: {1}", number, what];
    }

    private string Percent(Claim claim)
    {
        var text = (claim.Low, claim.High) switch
        {
            ({ } a, { } b) when a == b => texts.Percent(a),
            ({ } a, { } b) => texts["{0} to {1}", texts.Percent(a), texts.Percent(b)],
            ({ } a, null) => texts["more than {0}", texts.Percent(a)],
            (null, { } b) => texts["at most {0}", texts.Percent(b)],
            _ => "",
        };
        return claim is { About: true, Low: not null, High: not null } ? texts["about {0}", text] : text;
    }

    /// <summary>The name or short form; else the beginning of the passage.</summary>
    private static string Statement(Claim claim) => claim.Text.Length > 0 ? claim.Text : Beginning(claim.Quote);

    private static string Beginning(string quote)
    {
        const int Most = 90;
        var line = string.Join(' ', quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= Most)
            return line;
        var space = line.LastIndexOf(' ', Most);
        return line[..(space > 0 ? space : Most)].TrimEnd(',', ';', '\uD83D') + " …";
    }

    private static long Size(Claim claim) => (long)(claim.High ?? claim.Low ?? 0);
}
