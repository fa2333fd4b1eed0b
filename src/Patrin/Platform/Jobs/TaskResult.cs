using System.Globalization;

namespace Patrin.Platform.Jobs;

/// <summary>What a run of a periodic task can have done. Stored by name, so a name once released stays.</summary>
public enum TaskDid
{
    MailsWritten,
    MailsSent,
    MailsPutOff,
    MailsFailed,
    MailTextsRemoved,
    MailsRemoved,
    EntriesChecked,
    AttemptsForgotten,
    SessionsForgotten,
    UnfinishedSignInsForgotten,
    LinksForgotten,
    ChallengesForgotten,
    RequestsForgotten,
    InvitationsForgotten,
    OldDataRemoved,
    OriginalsRemoved,
    DeletionsWiped,
    PeopleWarned,
    AccountsRemoved,
}

/// <summary>
/// What a run did, in numbers and without personal data: each reader gets it in their own language. Kept with the task as
/// "MailsSent=3 MailsPutOff=1"; what did not happen is left out.
/// </summary>
public sealed record TaskResult(IReadOnlyList<(TaskDid What, long Count)> Counts)
{
    public static TaskResult Of(params ReadOnlySpan<(TaskDid What, long Count)> counts)
    {
        var some = new List<(TaskDid, long)>();
        foreach (var (what, count) in counts)
        {
            if (count != 0)
                some.Add((what, count));
        }

        return new(some);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; words of an older or newer program are left out.</summary>
    public static TaskResult Read(string kept) =>
        new([.. kept.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Part).OfType<(TaskDid, long)>()]);

    public override string ToString() => string.Join(' ', Counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.What}={c.Count}")));

    private static (TaskDid What, long Count)? Part(string part) =>
        part.Split('=') is [var name, var number] && Enum.TryParse<TaskDid>(name, out var what) && Enum.IsDefined(what)
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? (what, count) : null;
}
