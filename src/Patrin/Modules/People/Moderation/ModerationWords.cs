using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Moderation;

/// <summary>States, decisions and reasons in the reader's language.</summary>
public sealed class ModerationWords(Texts texts, CodeLists codes, Reportables reportables)
{
    public string Reason(string code) => codes[ReportReasons.List].Find(code)?.Label(texts.Language) ?? code;

    public string Item(string kind) => reportables.Of(kind) is { } known ? texts[known.Name] : kind;

    public string State(CaseState state) => state switch
    {
        CaseState.Open => texts["A moderator will look at it"],
        CaseState.Appealed => texts["An appeal waits for a decision"],
        _ => texts["It is decided"],
    };

    public string Decision(DecisionKind kind) => kind switch
    {
        DecisionKind.Keep => texts["It stays as it is"],
        DecisionKind.Hide => texts["It was hidden"],
        DecisionKind.HidePart => texts["A part was taken out"],
        DecisionKind.Warn => texts["The author was asked to change it"],
        _ => texts["It is visible again"],
    };

    /// <summary>What a moderator chooses from.</summary>
    public string Choice(DecisionKind kind) => kind switch
    {
        DecisionKind.Keep => texts["Keep it as it is"],
        DecisionKind.Hide => texts["Hide it everywhere"],
        DecisionKind.HidePart => texts["Take out a part"],
        DecisionKind.Warn => texts["Ask the author to change it"],
        _ => texts["Make it visible again"],
    };

    public string StandingOf(Standing standing) => standing switch
    {
        Standing.Moderator => texts["Moderator"],
        Standing.Verified => texts["Member of a verified organisation"],
        Standing.Account => texts["Has an account"],
        Standing.NewAccount => texts["Has a new account"],
        _ => texts["Without an account"],
    };
}
