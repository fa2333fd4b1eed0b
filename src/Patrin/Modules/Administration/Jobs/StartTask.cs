using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.Administration.Jobs;

/// <summary>Makes a regular task due now; a node that is free runs it.</summary>
public sealed class StartTask(AppDbContext db, PeriodicRunner runner, PeriodicWake wake, AuditTrail audit)
{
    /// <summary>False when there is no such task.</summary>
    public async Task<bool> RunAsync(string name, Actor actor, CancellationToken cancel)
    {
        actor.Require(NetworkRole.Administrator);
        if (!runner.Names().Contains(name))
            return false;
        audit.Note(actor, "task.run", "task", name);
        await db.SaveChangesAsync(cancel);
        await runner.MakeDueAsync(name, cancel);
        wake.Wake(name);
        return true;
    }
}
