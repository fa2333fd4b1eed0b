using Patrin.Platform.Localization;

namespace Patrin.Modules.Recommendations;

/// <summary>How a promise and what the network holds for it are put into words.</summary>
public sealed class PromiseTexts(Texts texts)
{
    public string Name(PromiseKind kind) => kind switch
    {
        PromiseKind.GoodPractices => texts["Good practices"],
        PromiseKind.ActionPlans => texts["Elements in action plans"],
        PromiseKind.Dialogue => texts["Dialogue of organisations and funding bodies"],
        PromiseKind.CommonMethod => texts["A common method"],
        PromiseKind.Recommendations => texts["Recommendations for programmes"],
        PromiseKind.Network => texts["A network that lasts"],
        _ => texts["Another result"],
    };

    public string Held(PromiseKind kind, int count) => (kind, count) switch
    {
        (PromiseKind.CommonMethod, _) => texts["Rules for reading, counting and matching, published with every result"],
        (_, 0) => texts["Nothing yet"],
        (PromiseKind.GoodPractices, _) => texts.Plural(count, "{0} practice lead: named by a place, not yet described", "{0} practice leads: named by places, not yet described"),
        (PromiseKind.ActionPlans, _) => texts.Plural(count, "{0} plan or strategy named, no full text yet", "{0} plans or strategies named, no full text yet"),
        (PromiseKind.Network, _) => texts.Plural(count, "{0} place with a profile", "{0} places with a profile"),
        _ => texts["Nothing yet"],
    };

    /// <summary>In use, begun, or open: never "done", because nobody has confirmed it.</summary>
    public PromiseState State(PromiseKind kind, int count) =>
        kind == PromiseKind.CommonMethod ? PromiseState.InUse : count > 0 ? PromiseState.Begun : PromiseState.Open;
}

public enum PromiseState
{
    Open,
    Begun,
    InUse,
}
