using System.Globalization;
using CsCheck;
using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Practices;
using Patrin.Modules.Practices.Fit;

namespace Patrin.Tests.Modules.Practices;

public sealed class FitCheckTests
{
    private static readonly string[] Codes = ["EDU-00", "EDU-01", "EDU-02", "HOU-00", "HOU-03", "INT-01", "INT-02", ""];

    private static readonly Gen<Precondition> AnyCondition = Gen.Select(Gen.Enum<PreconditionKind>(), One(Codes), Gen.Int[0, 60], One("RO", "HU", "COUNTY", ""),
        (kind, code, people, word) => new Precondition
        {
            Kind = kind,
            Value = kind switch
            {
                PreconditionKind.Challenge or PreconditionKind.Intervention => code,
                PreconditionKind.PopulationMin or PreconditionKind.PopulationMax => people.ToString(CultureInfo.InvariantCulture),
                PreconditionKind.Stated => "",
                _ => word,
            },
        });

    private static readonly Gen<FitFact> AnyFact = Gen.Select(One(Codes[..7]), Gen.Guid, (code, claim) => new FitFact(code, [claim]));

    private static readonly Gen<FitResidents> AnyResidents = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 9], Gen.Int[0, 5], Gen.Guid,
        (low, more, open, claim) => new FitResidents(open == 0 ? null : low, open == 1 ? null : low + more, claim));

    private static readonly Gen<FitPlace> AnyPlace = Gen.Select(One("RO", "HU", ""), One("COUNTY", "MUNICIPALITY", ""), AnyFact.Array[0, 4], AnyFact.Array[0, 4], AnyResidents.Array[0, 3],
        (country, type, challenges, offers, residents) => new FitPlace { Country = country, Type = type, Challenges = challenges, Offers = offers, Residents = residents });

    [Fact]
    public void Without_facts_everything_is_unknown_and_nothing_is_met() =>
        AnyCondition.Array[0, 12].Sample(conditions => Assert.All(FitCheck.Run(conditions, new()), l => Assert.Equal((FitAnswer.Unknown, 0), (l.Answer, l.Claims.Count))));

    [Fact]
    public void What_is_not_stated_is_never_not_met_and_what_only_people_know_is_always_unknown() =>
        Gen.Select(AnyCondition.Array[0, 12], AnyPlace).Sample((conditions, place) => Assert.All(FitCheck.Run(conditions, place), line =>
        {
            if (line.Condition.Kind is PreconditionKind.Challenge or PreconditionKind.Intervention)
                Assert.NotEqual(FitAnswer.NotMet, line.Answer);
            if (line.Condition.Kind == PreconditionKind.Stated)
                Assert.Equal(FitAnswer.Unknown, line.Answer);
        }));

    [Fact]
    public void Every_answer_equals_the_words_of_the_rule() => Gen.Select(AnyCondition, AnyPlace).Sample((condition, place) =>
    {
        var wanted = condition.Kind switch
        {
            PreconditionKind.Challenge => Has(place.Challenges, condition.Value) ? FitAnswer.Met : FitAnswer.Unknown,
            PreconditionKind.Intervention => Has(place.Offers, condition.Value) ? FitAnswer.Met : FitAnswer.Unknown,
            PreconditionKind.Country => Word(place.Country, condition.Value),
            PreconditionKind.PlaceType => Word(place.Type, condition.Value),
            PreconditionKind.PopulationMin => People(place, n => n >= decimal.Parse(condition.Value, CultureInfo.InvariantCulture)),
            PreconditionKind.PopulationMax => People(place, n => n <= decimal.Parse(condition.Value, CultureInfo.InvariantCulture)),
            _ => FitAnswer.Unknown,
        };
        Assert.Equal(wanted, Assert.Single(FitCheck.Run([condition], place)).Answer);

        static bool Has(IEnumerable<FitFact> facts, string code) => facts.Any(f => f.Code == code || (code.EndsWith("-00", StringComparison.Ordinal) && f.Code[..3] == code[..3]));
        static FitAnswer Word(string known, string asked) => known == "" || asked == "" ? FitAnswer.Unknown : known == asked ? FitAnswer.Met : FitAnswer.NotMet;
        // Every number of residents that the sources leave possible, tried one by one.
        static FitAnswer People(FitPlace place, Func<decimal, bool> meets)
        {
            var possible = place.Residents.SelectMany(f => Enumerable.Range((int)(f.Low ?? -100), (int)((f.High ?? 200) - (f.Low ?? -100)) + 1)).Select(n => meets(n)).Distinct().ToList();
            return possible is [var alike] ? (alike ? FitAnswer.Met : FitAnswer.NotMet) : FitAnswer.Unknown;
        }
    });

    [Fact]
    public void One_more_fact_changes_only_the_lines_that_ask_for_it() => Gen.Select(AnyCondition.Array[0, 12], AnyPlace, AnyFact).Sample((conditions, place, fact) =>
    {
        var before = FitCheck.Run(conditions, place);
        var after = FitCheck.Run(conditions, place with { Challenges = [.. place.Challenges, fact] });
        foreach (var (old, now) in before.Zip(after))
        {
            if (old.Condition.Kind != PreconditionKind.Challenge)
                Assert.Equal(old.Answer, now.Answer);
            else if (old.Answer != now.Answer)
                Assert.Equal((FitAnswer.Unknown, FitAnswer.Met), (old.Answer, now.Answer));
        }
    });

    [Fact]
    public void Statements_that_must_not_be_told_of_one_place_answer_nothing()
    {
        var card = new PlaceCard("xx-a", "a", "A", "", "XX", "MUNICIPALITY", "", null, null, null, [],
            [new("FAM-01", [Guid.NewGuid()], true), new("HLT-06", [Guid.NewGuid()], true), new("CIV-01", [Guid.NewGuid()], true), new("EDU-01", [Guid.NewGuid()], false)], [], [], false, []);
        Assert.Equal(["CIV-01", "EDU-01"], FitPlaces.Of(card).Challenges.Select(c => c.Code));
    }

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);
}
