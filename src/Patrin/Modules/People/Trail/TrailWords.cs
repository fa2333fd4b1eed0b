using System.Collections.Frozen;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Trail;

/// <summary>Actions and kinds of records in plain words. A test finds actions without words.</summary>
public sealed class TrailWords(Texts texts)
{
    /// <summary>What somebody did, after their name: "gave a role".</summary>
    public string Did(string action) => Actions.TryGetValue(action, out var words) ? texts[words] : action;

    public string Kind(string kind) => Kinds.TryGetValue(kind, out var words) ? texts[words] : kind;

    /// <summary>The product and the command line sign with a name of their own.</summary>
    public string System(string actor) => texts[actor switch
    {
        "Patrin" => Text.Key("Patrin itself, by its rules"),
        "command line" => Text.Key("somebody at the server"),
        "demo content" => Text.Key("the demo content"),
        "visitor" => Text.Key("a visitor"),
        _ => Text.Key("the server's first start"),
    }];

    public static readonly FrozenDictionary<string, string> Actions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["account.describe"] = Text.Key("changed name or language"),
        ["account.end-sessions"] = Text.Key("signed somebody out everywhere"),
        ["account.erase"] = Text.Key("deleted an account"),
        ["account.export"] = Text.Key("took the data of an account along"),
        ["account.mail"] = Text.Key("changed an e-mail address"),
        ["account.mail-agree"] = Text.Key("agreed to change an e-mail address"),
        ["account.mail-ask"] = Text.Key("asked to change an e-mail address"),
        ["account.make"] = Text.Key("made an account"),
        ["account.password"] = Text.Key("changed a password"),
        ["account.restore"] = Text.Key("opened an account again"),
        ["account.send-reset"] = Text.Key("sent somebody a link for a new password"),
        ["account.stop"] = Text.Key("stopped an account"),
        ["administrator.create"] = Text.Key("made an administrator"),
        ["api-token.make"] = Text.Key("made a key for programs"),
        ["api-token.revoke"] = Text.Key("took a key for programs back"),
        ["authenticator.remove"] = Text.Key("removed an authenticator app"),
        ["authenticator.set"] = Text.Key("set up an authenticator app"),
        ["claim.ACCEPT"] = Text.Key("accepted a fact"),
        ["claim.CORRECT"] = Text.Key("corrected a fact"),
        ["claim.PREFER"] = Text.Key("preferred a figure"),
        ["claim.REJECT"] = Text.Key("rejected a fact"),
        ["claim.REOPEN"] = Text.Key("undid a decision about a fact"),
        ["claims.accept-clear"] = Text.Key("accepted all clear facts of a document"),
        ["claims.undo"] = Text.Key("undid decisions about facts"),
        ["code.retire"] = Text.Key("stopped offering a code"),
        ["code.take-back"] = Text.Key("took a change of a code back"),
        ["code.words"] = Text.Key("gave a code other words"),
        ["consent.give"] = Text.Key("gave consent"),
        ["consent.withdraw"] = Text.Key("took consent back"),
        ["document.describe"] = Text.Key("described a document"),
        ["document.import"] = Text.Key("read a document in"),
        ["invitation.accept"] = Text.Key("accepted an invitation"),
        ["invitation.resend"] = Text.Key("sent an invitation again"),
        ["invitation.send"] = Text.Key("invited somebody"),
        ["invitation.withdraw"] = Text.Key("took an invitation back"),
        ["keys.revoke-all"] = Text.Key("made all sessions and links void"),
        ["login.connect"] = Text.Key("connected a sign-in provider"),
        ["login.remove"] = Text.Key("disconnected a sign-in provider"),
        ["mail.give-up"] = Text.Key("gave up a message"),
        ["mail.retry"] = Text.Key("sent a message again"),
        ["membership.change"] = Text.Key("changed a member's role"),
        ["membership.end"] = Text.Key("ended a membership"),
        ["membership.hand-over"] = Text.Key("handed over and left"),
        ["membership.leave"] = Text.Key("left an organisation"),
        ["moderation.appeal"] = Text.Key("appealed against a decision"),
        ["moderation.hide"] = Text.Key("hid something that was reported"),
        ["moderation.hidepart"] = Text.Key("removed a passage that was reported"),
        ["moderation.keep"] = Text.Key("kept something that was reported"),
        ["moderation.restore"] = Text.Key("brought something hidden back"),
        ["moderation.take"] = Text.Key("took up a report"),
        ["moderation.warn"] = Text.Key("warned an author"),
        ["notices.choose"] = Text.Key("chose how messages arrive"),
        ["notices.read"] = Text.Key("marked messages as read"),
        ["organisation.answer"] = Text.Key("answered a question of the curators"),
        ["organisation.approve"] = Text.Key("approved an organisation"),
        ["organisation.ask"] = Text.Key("asked to join with an organisation"),
        ["organisation.asktoclose"] = Text.Key("asked to close an organisation"),
        ["organisation.close"] = Text.Key("closed an organisation"),
        ["organisation.edit"] = Text.Key("edited an organisation's page"),
        ["organisation.join"] = Text.Key("joined with an organisation"),
        ["organisation.keepopen"] = Text.Key("kept an organisation open"),
        ["organisation.lift"] = Text.Key("lifted a suspension"),
        ["organisation.refuse"] = Text.Key("refused an organisation"),
        ["organisation.suspend"] = Text.Key("suspended an organisation"),
        ["organisation.takebackverification"] = Text.Key("took a verification back"),
        ["organisation.verify"] = Text.Key("verified an organisation"),
        ["passkey.add"] = Text.Key("added a passkey"),
        ["passkey.remove"] = Text.Key("removed a passkey"),
        ["passkey.rename"] = Text.Key("renamed a passkey"),
        ["practice.submit"] = Text.Key("sent a practice in"),
        ["recovery-code.use"] = Text.Key("used a recovery code"),
        ["recovery-codes.make"] = Text.Key("made new recovery codes"),
        ["report.send"] = Text.Key("sent a report"),
        ["role.end"] = Text.Key("ended a role"),
        ["role.grant"] = Text.Key("gave a role"),
        ["round.open"] = Text.Key("opened a twinning round"),
        ["round.publish"] = Text.Key("published a twinning round"),
        ["round.run"] = Text.Key("ran a twinning round"),
        ["session.end"] = Text.Key("ended a session"),
        ["session.end-others"] = Text.Key("ended all other sessions"),
        ["session.open"] = Text.Key("signed in"),
        ["site.claim"] = Text.Key("set this Patrin up"),
        ["task.run"] = Text.Key("started a regular task"),
        ["wording.add"] = Text.Key("added a word to avoid"),
        ["wording.switch-off"] = Text.Key("switched a word to avoid off"),
        ["wording.take-back"] = Text.Key("took a change of a word to avoid back"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["account"] = Text.Key("account"),
        ["api-token"] = Text.Key("key for programs"),
        ["claim"] = Text.Key("fact"),
        ["code"] = Text.Key("code"),
        ["document"] = Text.Key("document"),
        ["invitation"] = Text.Key("invitation"),
        ["join-request"] = Text.Key("wish to join"),
        ["mail"] = Text.Key("message by mail"),
        ["membership"] = Text.Key("membership"),
        ["moderation-case"] = Text.Key("report"),
        ["organisation"] = Text.Key("organisation"),
        ["role-grant"] = Text.Key("role"),
        ["round"] = Text.Key("twinning round"),
        ["site"] = Text.Key("this Patrin"),
        ["task"] = Text.Key("regular task"),
        ["wording"] = Text.Key("wording"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
