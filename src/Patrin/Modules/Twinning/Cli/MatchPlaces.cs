using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Twinning.Open;
using Patrin.Modules.Twinning.Show;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Twinning.Cli;

/// <summary>Works out the places of the database, or a stored round again.</summary>
internal static class MatchPlaces
{
    /// <summary>A stored round came out differently: another method version wrote it.</summary>
    private const int Differs = 2;

    public sealed record Request(OpenRoundForm Form, string? Round, bool AsJson, string? Out);

    public static async Task<int> RunAsync(IServiceProvider services, Request request, CancellationToken cancel)
    {
        var stored = request.Round is null ? null : await StoredAsync(services, request.Round, cancel);
        var inputs = stored is null ? await CollectAsync(services, request.Form, cancel) : RoundJson.Read<RoundInputs>(stored.Inputs);
        services.GetRequiredService<RulesCheck>().Run(inputs);
        var result = RoundMethod.WorkOut(inputs);
        var json = RoundJson.Write(result);
        await Output.WriteAsync(request.AsJson ? json : MatchText.Of(new WorkedRound(inputs, result)), request.Out, cancel);
        if (stored is null)
            return 0;
        var same = json == stored.Result;
        await Console.Error.WriteLineAsync(same
            ? "The result has the same bytes as the stored one."
            : $"The result differs from the stored one, which was worked out with {stored.Method}.");
        return same ? 0 : Differs;
    }

    private static async Task<RoundInputs> CollectAsync(IServiceProvider services, OpenRoundForm form, CancellationToken cancel)
    {
        var rules = form.ToRules();
        return new RoundInputs(rules, await services.GetRequiredService<CollectProfiles>().RunAsync(rules.Places, cancel));
    }

    private sealed record Stored(string Inputs, string Result, string Method);

    private static async Task<Stored> StoredAsync(IServiceProvider services, string id, CancellationToken cancel)
    {
        var rounds = services.GetRequiredService<AppDbContext>().Rounds.AsNoTracking();
        rounds = Guid.TryParse(id, out var guid) ? rounds.Where(r => r.Id == guid)
            : int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? rounds.Where(r => r.Number == number)
            : rounds.Where(_ => false);
        var found = await rounds.Select(r => new Stored(r.Inputs, r.Result, r.MethodVersion)).SingleOrDefaultAsync(cancel)
            ?? throw new RuleBroken("--round", "There is no round with number {0}.", id);
        return found.Inputs.Length > 0 ? found : throw new RuleBroken("--round", "Round {0} has not been worked out yet.", id);
    }
}
