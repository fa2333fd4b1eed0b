using System.Text;
using Patrin.Modules.Documents.Extraction;

namespace Patrin.Tests.Modules.Documents.Extraction;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("План 2024.pdf", "План 2024.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\plan.docx", "plan.docx")]
    [InlineData("plan\u202Efdp.exe", "planfdp.exe")]
    [InlineData("pl\0an\r\n.txt", "plan.txt")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("LPT1", "_LPT1")]
    [InlineData("  .hidden. ", "hidden")]
    [InlineData("a:b?.txt", "a_b_.txt")]
    [InlineData("s\u0327coala\u0306.txt", "\u015Fcoal\u0103.txt")]
    [InlineData("..", "document")]
    [InlineData("", "document")]
    [InlineData("\u200B\u2066", "document")]
    public void R50_a_name_is_stored_without_anything_that_misleads(string sent, string stored) =>
        Assert.Equal(stored, FileNames.Clean(sent));

    [Fact]
    public void R50_a_long_name_is_cut_between_letters_and_keeps_its_ending()
    {
        var clean = FileNames.Clean(Samples.Repeat("план", 100) + ".docx");
        Assert.EndsWith(".docx", clean, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', clean);
        Assert.InRange(Encoding.UTF8.GetByteCount(clean), 250, 255);
    }
}
