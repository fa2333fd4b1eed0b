using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Administer.Organisations;
using Patrin.Modules.People.Administer.Users;
using Patrin.Modules.People.Contracts;
using Patrin.Platform.Administration;
using Patrin.Platform.Data;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Administer;

/// <summary>What the administrators' front page says about people, organisations, roles and the history.</summary>
internal sealed class PeopleCards(AppDbContext db, FindAccounts find, AdminOrganisations organisations, Texts texts, TimeProvider clock) : IAdminCards
{
    public async Task<IReadOnlyList<AdminCard>> ReadAsync(CancellationToken cancel)
    {
        var stopped = await find.Stopped().CountAsync(cancel);
        var lonely = await organisations.Lonely().CountAsync(cancel);
        var closing = await organisations.In(OrganisationView.Closing).CountAsync(cancel);
        var administrators = await db.RoleGrants.Administrating(clock.GetUtcNow().UtcDateTime).Select(g => g.AccountId).Distinct().CountAsync(cancel);
        return
        [
            new(texts["Organisations and their managers"], AdminLinks.Organisations, texts["{0} without a manager, {1} to be closed.", texts.Number(lonely), texts.Number(closing)], lonely + closing),
            new(texts["People with an account"], AdminLinks.Users, texts.Plural(stopped, "{0} account is stopped.", "{0} accounts are stopped.")),
            // One administrator who falls ill locks everybody out.
            new(texts["Roles in the network"], OrganisationLinks.Roles, administrators < 2 ? texts["There is only one administrator. Name a second one."] : texts["{0} administrators.", texts.Number(administrators)], administrators < 2 ? 1 : 0),
            new(texts["Revoke a leaked key"], AdminLinks.LeakedKeys, texts["When a key for programs was seen where it should not be."]),
            new(texts["What happened here"], AdminLinks.Trail, texts["Who did what, and when."]),
        ];
    }
}
