using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.MyAccount;

/// <summary>Roles in words, as keys of the localised texts.</summary>
public static class RoleNames
{
    public static string Of(NetworkRole role) => role switch
    {
        NetworkRole.Curator => Text.Key("Curator: checks documents, facts and organisations"),
        NetworkRole.Reviewer => Text.Key("Reviewer: judges practices"),
        NetworkRole.Moderator => Text.Key("Moderator: decides about reports"),
        NetworkRole.Secretariat => Text.Key("Secretariat: runs the twinning rounds"),
        NetworkRole.ProgrammingBody => Text.Key("Programming body: answers recommendations"),
        _ => Text.Key("Administrator: looks after accounts and roles"),
    };

    public static string Of(OrganisationRole role) => role switch
    {
        OrganisationRole.Editor => Text.Key("writes drafts"),
        OrganisationRole.Publisher => Text.Key("publishes in its name"),
        _ => Text.Key("invites people and gives roles"),
    };
}
