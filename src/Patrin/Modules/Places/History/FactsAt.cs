using Patrin.Modules.Documents;

namespace Patrin.Modules.Places.History;

/// <summary>One decision, as far as history needs it.</summary>
public readonly record struct PastDecision(DecisionKind Kind, DateTime At);

/// <summary>Works out whether a claim was a fact at a moment, from the decisions made until then. Pure.</summary>
public static class FactsAt
{
    /// <param name="decisions">Decisions about one claim, oldest first.</param>
    /// <param name="moment">Decisions at or after this instant do not count yet.</param>
    public static bool WasFact(IEnumerable<PastDecision> decisions, DateTime moment)
    {
        var isFact = false;
        foreach (var decision in decisions.TakeWhile(d => d.At < moment))
        {
            isFact = decision.Kind switch
            {
                DecisionKind.Accept or DecisionKind.Correct => true,
                DecisionKind.Reject or DecisionKind.Reopen or DecisionKind.MarkStale => false,
                _ => isFact,
            };
        }

        return isFact;
    }

    /// <summary>The instant at which a day ends: "as of" a day means with all that was decided on it.</summary>
    public static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
