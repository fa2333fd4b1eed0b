using System.CommandLine;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Recovery;
using Patrin.Modules.People.Tokens;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Cli;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Setup;

/// <summary><c>patrin keys revoke-all</c>: after a break-in, or a fault of the framework, everything that opens a door is void.</summary>
internal static class KeysCommand
{
    public static Command Make()
    {
        var revoke = new Command("revoke-all", "End all sessions, void all links in mails and API tokens, and revoke the key ring. Everybody signs in again.") { CommonOptions.Data };
        revoke.SetAction((parse, cancel) => CommandScope.RunAsync(parse, RunAsync, cancel));
        return new Command("keys", "The keys that protect forms, sessions and links.") { revoke };
    }

    private static async Task<int> RunAsync(IServiceProvider services, CancellationToken cancel)
    {
        var db = services.GetRequiredService<AppDbContext>();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            var sessions = await db.Sessions.ExecuteDeleteAsync(cancel);
            var links = await db.Set<OneTimeToken>().ExecuteDeleteAsync(cancel);
            var tokens = await db.Set<ApiToken>().ExecuteDeleteAsync(cancel);
            services.GetRequiredService<AuditTrail>().Note(Actor.CommandLine, "keys.revoke-all", "site", 1, fields: ["sessions", "links", "tokens", "key ring"]);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            Console.WriteLine($"Ended: {sessions} sessions, {links} links, {tokens} API tokens.");
        }

        services.GetRequiredService<IKeyManager>().RevokeAllKeys(services.GetRequiredService<TimeProvider>().GetUtcNow(), "patrin keys revoke-all");
        Console.WriteLine("The key ring is revoked.");
        return 0;
    }
}
