using System.Globalization;
using Patrin.Modules.Twinning.Matching;
using Patrin.Modules.Twinning.Show;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Localization;
using Patrin.Platform.Ui.Tags;

namespace Patrin.Modules.Twinning;

/// <summary>Says in plain words what the method found, in the reader's language.</summary>
public sealed partial class MatchWords(Texts texts, CodeLists codes)
{
    /// <summary>From here on a pair is called firm: in the best set in at least 60 of 100 weightings.</summary>
    public const int FirmPerMille = 600;

    public const int LeaningPerMille = 500;

    /// <summary>Ten-thousandths as points of 100, with one decimal.</summary>
    public static string Points(long tenThousandths) => (tenThousandths / 100m).ToString("#,0.0", CultureInfo.CurrentCulture);

    /// <summary>With both decimals, so that a reader can add them up.</summary>
    public static string ExactPoints(long tenThousandths) => (tenThousandths / 100m).ToString("#,0.00", CultureInfo.CurrentCulture);

    /// <summary>What something costs all pairs together.</summary>
    public string Cost(long? loss) => loss switch
    {
        null => texts["not possible under the rules"],
        0 => texts["nothing"],
        { } points => "\u2212" + Points(points),
    };

    public string OfHundred(int perMille) => texts["{0} of 100", perMille / 10];

    public string Firm(int perMille) =>
        perMille >= FirmPerMille ? texts["Firm"] : perMille >= LeaningPerMille ? texts["Leaning"] : texts["Toss-up"];

    public static Tone FirmTone(int perMille) => perMille >= FirmPerMille ? Tone.Ok : Tone.Unk;

    public string Pair(WorkedRound round, PlacePair pair) => texts["{0} and {1}", round.Name(pair.A), round.Name(pair.B)];

    public string Code(string code) =>
        (codes.Interventions.Find(code) ?? codes.Challenges.Find(code) ?? codes.Areas.Find(code))?.Label(texts.Language) ?? code;

    public string Language(string tag) => codes.Languages.Find(tag)?.Label(texts.Language) ?? tag;

    public string Country(string code) => codes.Countries.Find(code)?.Label(texts.Language) ?? code;

    /// <summary>Labels of codes, in quotation marks of nobody: joined as the language joins them.</summary>
    public string Codes(IEnumerable<string> list) => texts.List(list.Select(Code));

    public string Status(RoundStatus status) => status switch
    {
        RoundStatus.Draft => texts["Draft"],
        RoundStatus.Run => texts["Worked out, not published"],
        _ => texts["Published"],
    };

    public string Reason(UnmatchedReason reason) => reason switch
    {
        UnmatchedReason.TooLittleKnown => texts["We know too little"],
        UnmatchedReason.BelowLeastScore => texts["No partner fits well enough"],
        UnmatchedReason.OthersFitBetter => texts["Fits, but another pair fits better"],
        UnmatchedReason.TakesNone => texts["Takes no partner"],
        _ => texts["The rules leave no partner"],
    };

    public static Tone ReasonTone(UnmatchedReason reason) =>
        reason == UnmatchedReason.OthersFitBetter ? Tone.Wait : Tone.Unk;

    /// <summary>What is worth asking a place that has no partner. Movement between countries is no wish of anybody's.</summary>
    public static IEnumerable<ProfileGap> ToAsk(UnmatchedResult place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.Missing.Where(gap => gap != ProfileGap.Movement);
    }

    /// <summary>One sentence a place can answer, for each thing its profile lacks.</summary>
    public string Ask(ProfileGap missing) => missing switch
    {
        ProfileGap.Needs => texts["What would you like to learn, or to do better?"],
        ProfileGap.Offers => texts["What runs in your place that others could learn from?"],
        ProfileGap.Challenges => texts["Which conditions do you want to change first?"],
        ProfileGap.Population => texts["How many people live in your place, and when was that counted?"],
        ProfileGap.Movement => texts["Did people come from other countries, or leave for them? Which ones?"],
        _ => texts["In which languages can you work with a partner?"],
    };

    public string Flip(Flip kind) => kind switch
    {
        Show.Flip.Comes => texts["comes"],
        Show.Flip.Goes => texts["goes"],
        _ => texts["stays"],
    };

    public static Tone FlipTone(Flip kind) => kind switch { Show.Flip.Comes => Tone.Wait, Show.Flip.Goes => Tone.No, _ => Tone.Ok };
}
