using Patrin.Modules.Documents.Reading;

namespace Patrin.Tests.Modules.Documents.Reading;

/// <summary>Numbers as people write them, and numbers that count no people.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("26,008", 26008, 26008, false)]
    [InlineData("26.008", 26008, 26008, false)]
    [InlineData("26 008", 26008, 26008, false)]
    [InlineData("26\u00A0008", 26008, 26008, false)]
    [InlineData("26\u2009008", 26008, 26008, false)]
    [InlineData("26\u202F008", 26008, 26008, false)]
    [InlineData("26'008", 26008, 26008, false)]
    [InlineData("26’008", 26008, 26008, false)]
    [InlineData("1,234,567", 1234567, 1234567, false)]
    [InlineData("26008", 26008, 26008, false)]
    [InlineData("3.4 million", 3400000, 3400000, false)]
    [InlineData("3,4 Mio.", 3400000, 3400000, false)]
    [InlineData("about 5,300", 5300, 5300, true)]
    [InlineData("approximately5,300", 5300, 5300, true)]
    [InlineData("Ap-proximately 5,300", 5300, 5300, true)]
    [InlineData("an estimated 2,500-3,000", 2500, 3000, true)]
    [InlineData("2,500 – 3,000", 2500, 3000, false)]
    [InlineData("between 6,500 and 7,000", 6500, 7000, false)]
    [InlineData("5000-7000", 5000, 7000, false)]
    [InlineData("5,000 to 7,000", 5000, 7000, false)]
    [InlineData("10-12 thousand", 10000, 12000, false)]
    [InlineData("more than 2,500", 2500, null, false)]
    [InlineData("slightly more than 10,000", 10000, null, true)]
    [InlineData("at least 900", 900, null, false)]
    [InlineData("up to 9,000", null, 9000, false)]
    [InlineData("fewer than 400", null, 400, false)]
    [InlineData("almost 8,000", 8000, 8000, true)]
    [InlineData("2000", 2000, 2000, false)]
    public void Residents_are_read_in_every_notation(string number, int? low, int? high, bool about)
    {
        var claim = Assert.Single(Claims($"The town of Lom has {number} inhabitants.", ClaimKind.Population));
        Assert.Equal((low, high, about), ((int?)claim.Value!.Low, (int?)claim.Value.High, claim.Value.About));
    }

    [Theory]
    [InlineData("about 25% of them are Roma", 25)]
    [InlineData("11.5 % of the inhabitants are Roma", 11.5)]
    [InlineData("11,5% of the inhabitants are Roma", 11.5)]
    [InlineData("half of them are Roma", 50)]
    [InlineData("a quarter of the population is Roma", 25)]
    [InlineData("Roma make up 30 per cent of the population", 30)]
    [InlineData("the share of Roma is 12%", 12)]
    [InlineData("nine out of ten residents are Roma", 90)]
    public void A_share_of_Roma_is_read_in_digits_and_words(string words, double share)
    {
        var claim = Assert.Single(Claims($"The town of Lom has 4,000 inhabitants; {words}.", ClaimKind.RomaShare));
        Assert.Equal((decimal)share, claim.Value!.Low);
    }

    [Theory]
    [InlineData("Lom lies 55 kilometres from the border.")]
    [InlineData("Lom covers 44 villages and 12 settlements.")]
    [InlineData("People of 130 nationalities live in Lom.")]
    [InlineData("The town of Lom was founded in 1880 and rebuilt in 1944.")]
    [InlineData("The steel company US Steel has 3,000 workers in the town of Lom.")]
    [InlineData("The municipality of Lom spent 250,000 euros on 40 Roma houses.")]
    [InlineData("In Lom 60% of the Roma are under 20 and 80% of them have no work.")]
    [InlineData("In the town of Lom 120 Roma children attend three schools.")]
    [InlineData("Lom is one of five Swedish municipalities in a Roma programme.")]
    public void What_is_no_count_of_residents_becomes_none(string text) =>
        Assert.DoesNotContain(ReadingLab.Read(text).Claims, c => c.Kind is ClaimKind.Population or ClaimKind.RomaPopulation or ClaimKind.RomaShare);

    private static IEnumerable<ReadClaim> Claims(string text, ClaimKind kind) => ReadingLab.Read(text).Claims.Where(c => c.Kind == kind);
}
