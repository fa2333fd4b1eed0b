using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Invitations;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.People.Join;

/// <summary>Removes wishes to join that nobody confirmed, and invitations a month after they ended: they hold addresses.</summary>
internal sealed class ForgetUnconfirmed(AppDbContext db, TimeProvider clock) : IPeriodicTask
{
    public string Name => "forget-unconfirmed";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var requests = await db.Set<JoinRequest>().Where(r => r.ConfirmedAt == null && r.EndsAt < now).ExecuteDeleteAsync(cancel);
        var month = now.AddDays(-30);
        var invitations = await db.Set<Invitation>().Where(i => i.EndsAt < month).ExecuteDeleteAsync(cancel);
        return TaskResult.Of((TaskDid.RequestsForgotten, requests), (TaskDid.InvitationsForgotten, invitations));
    }
}
