using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Factors;
using Patrin.Modules.People.MyAccount;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Sessions;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Modules.People.SignIn;

/// <summary>Removes what opens nothing any more: sessions that are over, half-done sign-ins, links and challenges. None of it says anything but who was here when.</summary>
internal sealed class ForgetOver(AppDbContext db, TimeProvider clock) : IPeriodicTask
{
    public string Name => "forget-sign-ins";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var silent = now - Session.Idle;
        var sessions = await db.Sessions.Where(s => s.EndsAt <= now || s.SeenAt < silent).ExecuteDeleteAsync(cancel);
        var halves = await db.Set<HalfSignIn>().Where(h => h.EndsAt <= now).ExecuteDeleteAsync(cancel);
        var links = await db.Set<OneTimeToken>().Where(t => t.EndsAt <= now).ExecuteDeleteAsync(cancel);
        links += await db.Set<MailChange>().Where(c => c.EndsAt <= now).ExecuteDeleteAsync(cancel);
        var challenges = await db.Set<PasskeyChallenge>().Where(c => c.EndsAt <= now).ExecuteDeleteAsync(cancel);
        return TaskResult.Of(
            (TaskDid.SessionsForgotten, sessions), (TaskDid.UnfinishedSignInsForgotten, halves), (TaskDid.LinksForgotten, links), (TaskDid.ChallengesForgotten, challenges));
    }
}
