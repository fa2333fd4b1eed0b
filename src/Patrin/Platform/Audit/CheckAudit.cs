using System.Globalization;
using Patrin.Platform.Jobs;

namespace Patrin.Platform.Audit;

/// <summary>Walks the audit chain once a day. A broken chain makes the task fail, which administrators see first.</summary>
public sealed class CheckAudit(VerifyAudit verify) : IPeriodicTask
{
    public const string TaskName = "audit-check";

    public string Name => TaskName;

    public TimeSpan Every => TimeSpan.FromDays(1);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var found = await verify.RunAsync(cancel);
        return found.BadNumber is null && found.Fault.Length == 0
            ? TaskResult.Of((TaskDid.EntriesChecked, found.Entries))
            : throw new AuditBroken(found);
    }
}

/// <summary>The audit chain does not hold.</summary>
public sealed class AuditBroken(AuditFinding finding)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Audit entry {finding.BadNumber}: {finding.Fault}."));
