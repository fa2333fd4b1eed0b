using Patrin.Modules.Documents.Claims;

namespace Patrin.Tests.Modules.Documents.Claims;

public sealed class ClaimCsvTests
{
    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+cmd", "\"'+cmd\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@sum", "\"'@sum\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\nx", "\"'\nx\"")]
    public void R46_a_cell_that_could_be_a_formula_is_made_harmless(string text, string cell) => Assert.Equal(cell, ClaimCsv.Cell(text));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"yes\"", "\"say \"\"yes\"\"\"")]
    [InlineData("", "")]
    public void A_cell_is_quoted_as_RFC_4180_says(string text, string cell) => Assert.Equal(cell, ClaimCsv.Cell(text));
}
