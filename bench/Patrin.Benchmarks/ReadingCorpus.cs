using System.Globalization;
using System.Text;

namespace Patrin.Benchmarks;

/// <summary>Prose of any length about places that do not exist, the same for the same seed: headings, figures, lists, plans, wishes.</summary>
public static class ReadingCorpus
{
    private static readonly string[] Starts = ["Bel", "Kar", "Nov", "Sred", "Vel", "Tur", "Mor", "Gor", "Dol", "Ral", "Sam", "Ost", "Pre", "Kis", "Har"];
    private static readonly string[] Ends = ["ovo", "itsa", "grad", "vina", "ava", "hely", "burg", "ești", "any", "mont", "ovce", "dorf"];
    private static readonly string[] Countries = ["Bulgaria", "Romania", "Hungary", "Slovakia", "Czech Republic", "Spain", "France", "Italy", "Greece", "Germany"];
    private static readonly string[] Challenges =
    [
        "have a low level of education", "live in overcrowded houses without running water", "face a high unemployment rate", "often have no identity cards",
        "are registered with no family doctor", "depend on social benefits and are in debt to private lenders", "meet discrimination on the labour market",
        "live in segregated neighbourhoods at the edge of the town", "leave school before they are fifteen", "find it hard to reach public services",
    ];
    private static readonly string[] Measures =
    [
        "has employed {0} health mediators", "runs a community centre with {0} visitors a week", "renovated {0} social flats", "started a mentoring programme for {0} pupils",
        "has put in place an action plan for the years 2014-2020", "works with local organisations on identity documents",
    ];
    private static readonly string[] Wishes = ["learn how other towns closed their camps", "improve vocational training", "combat prejudice with a media campaign", "bring Roma and non-Roma children together", "exchange good practices on debt advice"];
    private static readonly string[] Plain =
    [
        "The old market square was rebuilt after the flood and is a favourite of visitors in summer.",
        "Its library holds a collection of maps that was given by a family of printers.",
        "The railway came late, and the valley kept its mills longer than the rest of the country.",
        "In winter the road across the pass is closed for some weeks and the buses take the longer way round.",
    ];

    public static string Make(int characters, int seed = 7)
    {
        var random = new Random(seed);
        var text = new StringBuilder(characters + 2000);
        while (text.Length < characters) Section(text, random);
        return text.ToString(0, characters);
    }

    private static void Section(StringBuilder text, Random random)
    {
        var name = Pick(Starts, random) + Pick(Starts, random).ToLowerInvariant() + Pick(Ends, random);
        var (people, roma) = (random.Next(800, 400_000), random.Next(40, 20_000));
        var culture = CultureInfo.InvariantCulture;
        text.Append(culture, $"{name}, {Pick(Countries, random)}\n\n{name} is a town with a population of {people:N0}, of whom about {roma:N0} are Roma. ");
        for (var i = 0; i < 4; i++) text.Append(Pick(Plain, random)).Append(' ');
        text.Append("\n\nMain challenges\nThe Roma in ").Append(name).Append(":\n");
        for (var i = 0; i < 4; i++) text.Append("- ").Append(Pick(Challenges, random)).Append('\n');
        text.Append(culture, $"\nWhat we do\nSince {random.Next(1998, 2022)} the municipality ").AppendFormat(culture, Pick(Measures, random), random.Next(2, 90)).Append(". ");
        for (var i = 0; i < 3; i++) text.Append(Pick(Plain, random)).Append(' ');
        text.Append(culture, $"\n{name} would like to {Pick(Wishes, random)}.\n\n");
    }

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];
}
