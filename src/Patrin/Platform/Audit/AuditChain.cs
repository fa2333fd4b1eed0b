using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Patrin.Platform.Secrets;

namespace Patrin.Platform.Audit;

/// <summary>How entries hang together. Pure: the same for writing and for checking.</summary>
public static class AuditChain
{
    public const string SealPurpose = "audit-head";

    /// <summary>Hash of an entry that follows <paramref name="before"/> (empty for the first).</summary>
    public static string Hash(AuditEntry entry, string before)
    {
        // Lengths before the parts: no two different entries write the same line.
        string[] parts =
        [
            before, entry.Number.ToString(CultureInfo.InvariantCulture), Instant(entry.At), entry.Actor, entry.OrganisationId?.ToString() ?? "",
            entry.Action, entry.Kind, entry.RecordId, entry.Fields, entry.RequestId,
        ];
        var line = string.Concat(parts.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Length}:{p};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
    }

    public static string Seal(MasterKey key, long number, string hash) =>
        key.Mark(SealPurpose, string.Create(CultureInfo.InvariantCulture, $"{number}:{hash}"));

    /// <summary>Milliseconds: what both engines keep.</summary>
    public static DateTime Rounded(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);

    private static string Instant(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}
