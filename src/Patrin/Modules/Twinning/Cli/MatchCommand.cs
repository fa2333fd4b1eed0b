using System.CommandLine;
using System.Globalization;
using Patrin.Modules.Twinning.Open;
using Patrin.Platform.Cli;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning.Cli;

/// <summary><c>patrin match</c>: works a round out and prints it; stores nothing.</summary>
internal static class MatchCommand
{
    private static readonly Option<string> Format = new("--format")
    {
        Description = "json or text.",
        DefaultValueFactory = _ => "text",
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "Starts the random weightings that test how firm a pair is.", DefaultValueFactory = _ => 1 };
    private static readonly Option<string?> Weights = new("--weights")
    {
        Description = $"Weights 0 to 100, for instance challenges=40,size=0. Parts: {string.Join(", ", ScoreParts.Names)}.",
    };

    private static readonly Option<string[]> Capacity = Many("--capacity", "How many partners a place can have, for instance bg-samokov=2. May be repeated.");
    private static readonly Option<string[]> Exclude = Many("--exclude", "A pair that must not be proposed: two keys with a comma. May be repeated.");
    private static readonly Option<string[]> Lock = Many("--lock", "A pair that is fixed: two keys with a comma. May be repeated.");
    private static readonly Option<string> SameCountry = new("--same-country")
    {
        Description = "allowed or barred.",
        DefaultValueFactory = _ => "barred",
    };

    private static readonly Option<int?> CountryLimit = new("--country-limit") { Description = "At most so many pairs between the same two countries." };
    private static readonly Option<string?> Places = new("--places") { Description = "Keys of the places that take part, with commas. Default: all." };
    private static readonly Option<decimal> Minimum = new("--minimum") { Description = "Least score of a pair, in points of 100.", DefaultValueFactory = _ => 15 };
    private static readonly Option<string?> RoundId = new("--round") { Description = "Number of a stored round: works it out again from what went in then." };
    private static readonly Option<string?> Instance = new("--instance") { Description = "Solve an instance file (docs/formats-matching.md) instead; needs no database." };
    private static readonly Option<string?> Out = new("--out") { Description = "Write to this file instead of the screen." };

    static MatchCommand()
    {
        Format.AcceptOnlyFromAmong("json", "text");
        SameCountry.AcceptOnlyFromAmong("allowed", "barred");
    }

    public static Command Create()
    {
        var command = new Command("match", "Find the best set of twinning pairs for all places, with reasons and proof.")
        {
            Format, Seed, Weights, Capacity, Exclude, Lock, SameCountry, CountryLimit, Places, Minimum, RoundId, Instance, Out,
        };
        command.SetAction((parse, cancel) => parse.GetValue(Instance) is { } file
            ? MatchInstance.RunAsync(file, parse.GetValue(Format) == "json", parse.GetValue(Out), cancel)
            : CommandScope.RunAsync(parse, (services, stop) => MatchPlaces.RunAsync(services, Ask(parse), stop), cancel));
        return command;
    }

    private static MatchPlaces.Request Ask(ParseResult parse) => new(
        Form(parse), parse.GetValue(RoundId), parse.GetValue(Format) == "json", parse.GetValue(Out));

    private static OpenRoundForm Form(ParseResult parse) => new()
    {
        Title = "command line",
        Places = [.. (parse.GetValue(Places) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Capacity = Numbers("--capacity", parse.GetValue(Capacity) ?? []),
        Weights = Parts(Numbers("--weights", (parse.GetValue(Weights) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))),
        Locks = Pairs("--lock", parse.GetValue(Lock) ?? []),
        Exclusions = Pairs("--exclude", parse.GetValue(Exclude) ?? []),
        SameCountry = parse.GetValue(SameCountry) == "allowed",
        CountryPairLimit = parse.GetValue(CountryLimit),
        Minimum = parse.GetValue(Minimum),
        Seed = parse.GetValue(Seed),
    };

    private static Dictionary<string, int> Parts(Dictionary<string, int> weights) =>
        weights.Keys.FirstOrDefault(part => !ScoreParts.Names.Contains(part)) is { } unknown
            ? throw new RuleBroken("--weights", "“{0}” is no part of the score. The parts are: {1}.", unknown, string.Join(", ", ScoreParts.Names))
            : weights;

    private static Dictionary<string, int> Numbers(string option, IEnumerable<string> assignments)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in assignments)
        {
            var parts = text.Split('=', 2);
            if (parts.Length != 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                throw new RuleBroken(option, "{0} wants name=number, for instance {1}; “{2}” is neither.", option, option == "--weights" ? "challenges=40" : "bg-samokov=2", text);
            numbers[parts[0].Trim()] = number;
        }

        return numbers;
    }

    private static List<PairForm> Pairs(string option, IEnumerable<string> texts) => [.. texts.Select(text =>
        text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var a, var b]
            ? new PairForm { A = a, B = b }
            : throw new RuleBroken(option, "{0} wants two keys with a comma between them; “{1}” is not that.", option, text))];

    private static Option<string[]> Many(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = false };
}
