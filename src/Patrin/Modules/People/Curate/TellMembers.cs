using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Curate;

/// <summary>Tells the members of an organisation, or the other curators, what was decided.</summary>
public sealed class TellMembers(Notify notify)
{
    public async Task RunAsync(Organisation found, OrganisationDecision decision, CancellationToken cancel)
    {
        if (decision == OrganisationDecision.AskToClose)
        {
            var asks = new NoticeText(Text.Key("Somebody asks to close {0} for ever. A second person must confirm within 7 days."), found.Name);
            await notify.RoleAsync(NetworkRole.Curator, NoticeTopic.Tasks, OrganisationLinks.Curate(found.Id), asks, cancel);
            await notify.RoleAsync(NetworkRole.Administrator, NoticeTopic.Tasks, AdminLinks.Organisation(found.Id), asks, cancel);
            return;
        }

        if (Say(decision) is { } text)
            await notify.OrganisationAsync(found.Id, OrganisationRole.Editor, NoticeTopic.Organisation, Path(found, decision), new(text, found.Name, found.StateReason), cancel);
    }

    private static string? Say(OrganisationDecision decision) => decision switch
    {
        OrganisationDecision.Approve => Text.Key("{0} now takes part in the network."),
        OrganisationDecision.Refuse => Text.Key("{0} was not approved. Reason: {1}"),
        OrganisationDecision.Ask => Text.Key("A curator has a question about {0}."),
        OrganisationDecision.Verify => Text.Key("{0} was verified."),
        OrganisationDecision.TakeBackVerification => Text.Key("{0} is no longer verified."),
        OrganisationDecision.Suspend => Text.Key("{0} was suspended. Reason: {1}"),
        OrganisationDecision.Lift => Text.Key("{0} is no longer suspended."),
        OrganisationDecision.Close => Text.Key("{0} was closed. Reason: {1}"),
        _ => null,
    };

    // A closed organisation has no page any more.
    private static string Path(Organisation found, OrganisationDecision decision) => decision switch
    {
        OrganisationDecision.Refuse or OrganisationDecision.Close => OrganisationLinks.List,
        OrganisationDecision.Ask => OrganisationLinks.Answer(found.Id),
        _ => OrganisationLinks.Organisation(found.Id),
    };
}
