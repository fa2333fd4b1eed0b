using CsCheck;
using Patrin.Modules.Documents;

namespace Patrin.Tests.Modules.Documents;

public sealed class CodePointsTests
{
    private static readonly string[] Pieces = ["a", "ț", "👪", "𐌰", "\uD800x"];

    [Fact]
    public void Positions_count_characters_beyond_the_first_plane_once() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 50].Select(string.Concat).Sample(text =>
        {
            var points = new CodePoints(text);
            for (var at = 0; at <= text.Length; at++)
            {
                if (at == 0 || at == text.Length || !(char.IsHighSurrogate(text[at - 1]) && char.IsLowSurrogate(text[at])))
                    Assert.Equal(text[..at].EnumerateRunes().Count(), points.Before(at));
            }
        });

    [Theory]
    [InlineData(Patrin.Modules.Documents.Reading.ClaimKind.RomaPopulation, "ROMA_POPULATION")]
    [InlineData(Patrin.Modules.Documents.Reading.ClaimScope.PartOfPlace, "PART_OF_PLACE")]
    [InlineData(ClaimState.Stale, "STALE")]
    public void Enum_values_are_written_as_the_code_lists_write_them(Enum value, string name) => Assert.Equal(name, WireName.Of(value));

    [Theory]
    [InlineData("roma_population")]
    [InlineData("ROMA_POPULATION")]
    [InlineData("RomaPopulation")]
    public void Names_are_read_in_any_case(string name) => Assert.Equal(Patrin.Modules.Documents.Reading.ClaimKind.RomaPopulation, WireName.Parse<Patrin.Modules.Documents.Reading.ClaimKind>(name));

    [Theory]
    [InlineData("3")]
    [InlineData("nothing")]
    [InlineData(null)]
    public void What_is_no_name_is_no_value(string? name) => Assert.Null(WireName.Parse<ClaimState>(name));
}
