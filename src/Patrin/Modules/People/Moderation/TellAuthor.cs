using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Moderation;

/// <summary>Tells the author of an item: the account that published it, else the managers of its organisation. Never who reported it.</summary>
internal static class TellAuthor
{
    public static Task AboutHidingAsync(Notify notify, ModerationCase @case, string title, CancellationToken cancel) =>
        SendAsync(notify, @case, new(Text.Key("“{0}” is hidden until a moderator has looked at it. Read why, and what you can do."), title), cancel);

    public static Task AboutDecisionAsync(Notify notify, ModerationCase @case, DecisionKind kind, string title, CancellationToken cancel) =>
        SendAsync(notify, @case, new(kind switch
        {
            DecisionKind.Hide => Text.Key("“{0}” was hidden. Read why, and what you can do."),
            DecisionKind.HidePart => Text.Key("A part of “{0}” was taken out. Read why, and what you can do."),
            DecisionKind.Warn => Text.Key("A moderator asks you to change “{0}”. Read why."),
            DecisionKind.Restore => Text.Key("“{0}” is visible again."),
            _ => Text.Key("“{0}” was reported and stays as it is."),
        }, title), cancel);

    private static async Task SendAsync(Notify notify, ModerationCase @case, NoticeText text, CancellationToken cancel)
    {
        var path = ModerationLinks.Statement(@case.Id);
        if (@case.AuthorOrganisationId is { } organisation)
            await notify.OrganisationAsync(organisation, OrganisationRole.Manager, NoticeTopic.Moderation, path, text, cancel);
        else if (@case.AuthorAccountId is { } account)
            notify.Account(account, NoticeTopic.Moderation, path, text);
    }
}
