using System.Text;
using System.Text.Json;
using Patrin.Modules.Documents.Extraction;
using Patrin.Modules.Documents.Extraction.Worker;

namespace Patrin.Tests.Modules.Documents.Extraction;

/// <summary>
/// Files damaged at random, always in the same way, given to the worker's own code inside this process. PDFs are left
/// out: PdfPig fills the memory on one in some thousand of them, which only a process of its own survives.
/// </summary>
public sealed class DamagedFilesTests
{
    private static readonly byte[] _docx = Samples.Docx(
        "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>Text</w:t><w:tab/></w:r></w:p>"
        + $"<w:tbl><w:tr><w:tc>{Samples.Paragraph("a")}</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>");

    private static readonly byte[] _html = Samples.Utf8(
        "<html lang=sk><head><title>T</title></head><body><main><h1>A</h1><ul><li>x<ul><li>y</li></ul></li></ul><table><tr><td>1<td>2</table><pre> p </pre></main></body></html>");

    [Fact]
    public void R48_a_damaged_docx_ends_in_text_or_a_reason() => Damage(_docx, "a.docx", 1_000);

    [Fact]
    public void R48_a_damaged_page_ends_in_text_or_a_reason() => Damage(_html, "a.html", 1_000);

    private static void Damage(byte[] file, string name, int times)
    {
        var ends = new HashSet<string>();
        for (var seed = 0; seed < times; seed++)
        {
            var bytes = Damaged(file, new Random(seed));
            var detected = ContentType.Detect(bytes, name);
            ends.Add(detected.Refusal ?? (detected.Kind is ContentKind.Docx or ContentKind.Html ? Parse(detected.Kind.Value, bytes) : "plain"));
        }

        Assert.Contains("text", ends);
        Assert.All(ends.Except(["text", "plain"]), end => Assert.Contains(end, RefusalCodes.All));
        Assert.DoesNotContain(RefusalCodes.ParserFailed, ends);
    }

    private static string Parse(ContentKind kind, byte[] bytes)
    {
        using var input = new MemoryStream();
        JsonSerializer.Serialize(input, new { Kind = (int)kind, bytes.Length, Limits = ExtractionLimits.Upload });
        input.Write([(byte)'\n', .. bytes]);
        input.Position = 0;
        using var output = new MemoryStream();
        Assert.Equal(0, ExtractWorker.Run(input, output));
        var answer = Encoding.UTF8.GetString(output.ToArray());
        using var line = JsonDocument.Parse(answer[..answer.IndexOf('\n', StringComparison.Ordinal)]);
        return line.RootElement.GetProperty("Refusal").GetString() ?? "text";
    }

    private static byte[] Damaged(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 100), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2 when bytes.Count > 200:
                    bytes.RemoveRange(at, length);
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
            }
        }

        return [.. bytes];
    }
}
