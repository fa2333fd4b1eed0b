using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;
using Patrin.Platform.Moderation;

namespace Patrin.Modules.People.Organisations;

/// <summary>The curators' queue with its number, and the administrators' front page.</summary>
internal sealed class OrganisationRoleLinks(AppDbContext db) : IRoleLinks
{
    public async Task<IReadOnlyList<RoleLink>> OfAsync(Actor actor, CancellationToken cancel)
    {
        var links = new List<RoleLink>();
        if (actor.Is(NetworkRole.Curator))
            links.Add(new(Text.Key("Organisations to decide on"), OrganisationLinks.Queue, await db.Organisations.CountAsync(o => o.State == OrganisationState.Waiting, cancel)));
        if (actor.Is(NetworkRole.Administrator))
            links.Add(new(Text.Key("Administration"), AdminLinks.Front));
        return links;
    }
}
