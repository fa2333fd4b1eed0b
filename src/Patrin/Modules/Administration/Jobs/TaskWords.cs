using System.Collections.Frozen;
using Patrin.Platform.Localization;

namespace Patrin.Modules.Administration.Jobs;

/// <summary>Regular tasks in plain words. A test finds one without words.</summary>
public sealed class TaskWords(Texts texts)
{
    public static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["asked-mails"] = Text.Key("Write the mails that people asked for"),
        ["audit-check"] = Text.Key("Check that nobody changed the history"),
        ["forget-attempts"] = Text.Key("Forget old failed sign-ins"),
        ["forget-old-data"] = Text.Key("Forget what is kept for a limited time only"),
        ["forget-old-originals"] = Text.Key("Remove originals of documents after a year"),
        ["forget-sign-ins"] = Text.Key("Forget sign-ins and links that are over"),
        ["forget-unconfirmed"] = Text.Key("Forget wishes to join that nobody confirmed"),
        ["mail"] = Text.Key("Send mail"),
        ["mail-forget"] = Text.Key("Remove the texts of mails that were sent"),
        ["notices"] = Text.Key("Send messages and digests as people chose"),
        ["purge-erased"] = Text.Key("Wipe what was deleted from the disk"),
        ["retire-inactive-accounts"] = Text.Key("Warn about and remove accounts that nobody uses"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public string Of(string task) => Names.TryGetValue(task, out var words) ? texts[words] : task;

    public string State(TaskState state) => texts[state switch
    {
        TaskState.Failed => Text.Key("Failed"),
        TaskState.Late => Text.Key("Late"),
        TaskState.Running => Text.Key("Runs now"),
        TaskState.Well => Text.Key("Ran well"),
        _ => Text.Key("Has not run yet"),
    }];

    public string Every(TimeSpan every) => every.TotalDays >= 1 ? texts.Plural((long)every.TotalDays, "every day", "every {0} days")
        : every.TotalHours >= 1 ? texts.Plural((long)every.TotalHours, "every hour", "every {0} hours")
        : every.TotalMinutes >= 1 ? texts.Plural((long)every.TotalMinutes, "every minute", "every {0} minutes")
        : texts.Plural((long)every.TotalSeconds, "every {0} second", "every {0} seconds");
}
