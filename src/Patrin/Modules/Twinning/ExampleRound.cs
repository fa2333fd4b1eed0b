using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Twinning.Open;
using Patrin.Modules.Twinning.Publish;
using Patrin.Modules.Twinning.Run;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning;

/// <summary>The demo network's round: over all places, with the published weights, marked as an example.</summary>
internal static class ExampleRound
{
    public static async Task LoadAsync(IServiceProvider services, CancellationToken cancel)
    {
        var rounds = services.GetRequiredService<AppDbContext>().Rounds;
        if (await rounds.AnyAsync(cancel))
            return;
        var places = await services.GetRequiredService<CollectProfiles>().RunAsync([], cancel);
        if (places.Count < 2)
            return;
        var form = new OpenRoundForm { Title = "Who could learn from whom" };
        var number = await services.GetRequiredService<OpenRound>().RunAsync(form, Actor.Demo, cancel);
        await services.GetRequiredService<RunRound>().RunAsync(number, Actor.Demo, cancel);
        await services.GetRequiredService<PublishRound>().RunAsync(number, Actor.Demo, cancel);
    }
}
