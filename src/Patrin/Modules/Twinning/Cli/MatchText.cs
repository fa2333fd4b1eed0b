using System.Globalization;
using System.Text;
using Patrin.Modules.Twinning.Show;

namespace Patrin.Modules.Twinning.Cli;

/// <summary>A round as plain text for a terminal, in English.</summary>
internal static class MatchText
{
    public static string Of(WorkedRound round)
    {
        var result = round.Result;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{result.Pairs.Count} pairs of {round.Inputs.Places.Count} places. {Points(result.Objective)} points in all; {(result.Proved ? "proved: no other set reaches more" : $"no set can reach more than {Points(result.Bound)}")}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Best pair first would reach {Points(result.Greedy.Objective)} with {result.Greedy.Pairs.Count} pairs.").AppendLine();
        foreach (var pair in result.Pairs)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{Points(pair.Score),6}  {round.Name(pair.A)} + {round.Name(pair.B)}{(pair.Locked ? " (fixed)" : "")}  firm {pair.SurvivalPerMille / 10} of 100");
            text.AppendLine(CultureInfo.InvariantCulture, $"        {string.Join("  ", pair.Parts.Select(part => $"{part.Part} {Points(part.Points)}"))}");
        }

        text.AppendLine();
        foreach (var place in result.Unmatched)
            text.AppendLine(CultureInfo.InvariantCulture, $"no partner: {round.Name(place.Place)} ({place.Reason}{(place.Missing.Count > 0 ? "; to add: " + string.Join(", ", place.Missing) : "")})");
        foreach (var choice in result.FirstChoices.Where(choice => !choice.Granted))
            text.AppendLine(CultureInfo.InvariantCulture, $"first choice of {round.Name(choice.Place)}: {round.Name(choice.Choice.Pair.Other(choice.Place))} {Points(choice.Choice.Score)}, {(choice.Cost is { } cost ? $"would cost all {Points(cost)}" : "not possible under the rules")}");
        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Method {result.Method}, seed {round.Inputs.Rules.Seed}.").Replace("\r\n", "\n").ToString();
    }

    private static string Points(long tenThousandths) => (tenThousandths / 100m).ToString("0.00", CultureInfo.InvariantCulture);
}
