using Patrin.Modules.Documents;

namespace Patrin.Modules.Places.History;

/// <summary>One decision, as far as history needs it.</summary>
/// <param name="Kind">What it did.</param>
/// <param name="At">When.</param>
/// <param name="Changes">What it changed in the claim, as JSON; empty when nothing.</param>
public readonly record struct PastDecision(DecisionKind Kind, DateTime At, string Changes = "");

/// <summary>Works out whether a claim was a fact at a moment, and what it said, from the decisions about it. Pure.</summary>
public static class FactsAt
{
    /// <param name="decisions">Decisions about one claim, oldest first.</param>
    /// <param name="isFactNow">Whether the claim is a fact today: a decision taken over from an older version of the document does not say what it was.</param>
    /// <param name="moment">Decisions at or after this instant do not count yet.</param>
    public static bool WasFact(IReadOnlyList<PastDecision> decisions, bool isFactNow, DateTime moment)
    {
        var isFact = false;
        for (var i = 0; i < decisions.Count && decisions[i].At < moment; i++)
        {
            isFact = decisions[i].Kind switch
            {
                DecisionKind.Accept or DecisionKind.Correct => true,
                DecisionKind.Reject or DecisionKind.Reopen or DecisionKind.MarkStale or DecisionKind.Replace => false,
                // Only a fact can become stale or be replaced later; otherwise today's state is the one taken over.
                DecisionKind.CarryOver => decisions.Skip(i + 1).FirstOrDefault(d => d.Kind is not (DecisionKind.Prefer or DecisionKind.Unprefer)) is { At: var at } later && at != default
                    ? later.Kind is DecisionKind.MarkStale or DecisionKind.Replace or DecisionKind.Reject
                    : isFactNow,
                _ => isFact,
            };
        }

        return isFact;
    }

    /// <summary>What the claim said at a moment: today's words, unless a later decision changed them.</summary>
    public static ClaimReading Said(IReadOnlyList<PastDecision> decisions, ClaimReading today, DateTime moment)
    {
        foreach (var decision in decisions)
        {
            if (decision.At >= moment && ClaimChange.Parse(decision.Changes) is { } change)
                return change.Before;
        }

        return today;
    }

    /// <summary>The instant at which a day ends: "as of" a day means with all that was decided on it.</summary>
    public static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
