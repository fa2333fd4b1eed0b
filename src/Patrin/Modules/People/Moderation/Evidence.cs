using System.Text;
using System.Text.Json;
using Patrin.Platform.Moderation;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Moderation;

/// <summary>A reported text as it stood: title and words.</summary>
public sealed record KeptText(string Title, string Path, string Text);

/// <summary>Keeps a copy of what was reported, sealed with the master key.</summary>
public sealed class Evidence(MasterKey key)
{
    private const string Purpose = "moderation-evidence", CodePurpose = "report-code", TextPurpose = "reported-text", NetworkPurpose = "report-network";
    private const int Longest = 100_000;

    public string Seal(ReportedItem item) => key.Seal(Purpose, JsonSerializer.SerializeToUtf8Bytes(
        new KeptText(item.Title, item.Path, item.Text.Length > Longest ? item.Text[..Longest] : item.Text)));

    /// <summary>Null once it was removed.</summary>
    public KeptText? Open(string evidence) => evidence.Length == 0 ? null : JsonSerializer.Deserialize<KeptText>(key.Open(Purpose, evidence));

    public string SealCode(string code) => key.Seal(CodePurpose, Encoding.ASCII.GetBytes(code));

    public string OpenCode(string code) => Encoding.ASCII.GetString(key.Open(CodePurpose, code));

    public string MarkOf(ReportedItem item) => key.Mark(TextPurpose, item.Title + "\n" + item.Text);

    public string NetworkMark(string network) => key.Mark(NetworkPurpose, network);
}
