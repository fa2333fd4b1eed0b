using System.Diagnostics;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Platform.Audit;

/// <summary>
/// Notes a state change. The entry is written with the change itself, by the next <c>SaveChangesAsync</c>,
/// so that there is never one without the other.
/// </summary>
public sealed class AuditTrail(AppDbContext db, TimeProvider clock)
{
    /// <param name="actor">Who acts.</param>
    /// <param name="action">Subject and verb: <c>organisation.verify</c>.</param>
    /// <param name="kind">Kind of the record: <c>organisation</c>.</param>
    /// <param name="record">Its id.</param>
    /// <param name="organisation">The organisation acted for.</param>
    /// <param name="fields">Names of the changed fields, never values.</param>
    public void Note(Actor actor, string action, string kind, object record, Guid? organisation = null, params IEnumerable<string> fields) => db.Add(new AuditEntry
    {
        At = AuditChain.Rounded(clock.GetUtcNow().UtcDateTime),
        Actor = actor.AccountId?.ToString() ?? actor.Name,
        OrganisationId = organisation,
        Action = action,
        Kind = kind,
        RecordId = Shortened(record.ToString() ?? "", AuditEntry.RecordMax),
        Fields = Shortened(string.Join(',', fields), AuditEntry.FieldsMax),
        RequestId = Activity.Current?.TraceId.ToString() ?? "",
    });

    private static string Shortened(string text, int max) => text.Length <= max ? text : text[..max];
}
