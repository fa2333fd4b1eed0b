using Patrin.Platform.Jobs;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Administration.Jobs;

/// <summary>What a task did, in the reader's language. A test finds a deed without words.</summary>
public sealed class TaskResultWords(Texts texts)
{
    /// <summary>"3 mails sent, 1 mail put off": what did not happen is not said.</summary>
    public string Of(TaskResult result) =>
        result.Counts.Count == 0 ? texts["Nothing to do."] : string.Join(", ", result.Counts.Select(c => Of(c.What, c.Count)));

    private string Of(TaskDid what, long n) => what switch
    {
        TaskDid.MailsWritten => texts.Plural(n, "{0} mail written", "{0} mails written"),
        TaskDid.MailsSent => texts.Plural(n, "{0} mail sent", "{0} mails sent"),
        TaskDid.MailsPutOff => texts.Plural(n, "{0} mail to be tried again later", "{0} mails to be tried again later"),
        TaskDid.MailsFailed => texts.Plural(n, "{0} mail not sent", "{0} mails not sent"),
        TaskDid.MailTextsRemoved => texts.Plural(n, "text of {0} mail removed", "texts of {0} mails removed"),
        TaskDid.MailsRemoved => texts.Plural(n, "{0} old mail removed", "{0} old mails removed"),
        TaskDid.EntriesChecked => texts.Plural(n, "{0} entry checked, it is in its place", "{0} entries checked, all in their place"),
        TaskDid.AttemptsForgotten => texts.Plural(n, "{0} failed attempt forgotten", "{0} failed attempts forgotten"),
        TaskDid.SessionsForgotten => texts.Plural(n, "{0} session forgotten", "{0} sessions forgotten"),
        TaskDid.UnfinishedSignInsForgotten => texts.Plural(n, "{0} unfinished sign-in forgotten", "{0} unfinished sign-ins forgotten"),
        TaskDid.LinksForgotten => texts.Plural(n, "{0} link forgotten", "{0} links forgotten"),
        TaskDid.ChallengesForgotten => texts.Plural(n, "{0} unfinished passkey check forgotten", "{0} unfinished passkey checks forgotten"),
        TaskDid.RequestsForgotten => texts.Plural(n, "{0} wish to join forgotten", "{0} wishes to join forgotten"),
        TaskDid.InvitationsForgotten => texts.Plural(n, "{0} invitation forgotten", "{0} invitations forgotten"),
        TaskDid.OldDataRemoved => texts.Plural(n, "{0} old record removed", "{0} old records removed"),
        TaskDid.OriginalsRemoved => texts.Plural(n, "{0} original removed", "{0} originals removed"),
        TaskDid.DeletionsWiped => texts.Plural(n, "{0} deletion wiped from the disk", "{0} deletions wiped from the disk"),
        TaskDid.PeopleWarned => texts.Plural(n, "{0} person warned", "{0} people warned"),
        TaskDid.AccountsRemoved => texts.Plural(n, "{0} account removed", "{0} accounts removed"),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
