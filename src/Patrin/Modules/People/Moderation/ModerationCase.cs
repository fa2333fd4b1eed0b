namespace Patrin.Modules.People.Moderation;

public enum CaseState
{
    /// <summary>Waits for a decision.</summary>
    Open,
    Decided,

    /// <summary>Somebody disagreed: another person decides.</summary>
    Appealed,
}

/// <summary>What moderators do about one item: everything that was reported about it until they decided.</summary>
public sealed class ModerationCase
{
    public const int KindMax = 40;

    /// <summary>How long a decision can be appealed, and how long the sealed copy of the text is kept.</summary>
    public const int Months = 6;

    /// <summary>Asked for one by one, so that the index on the state is used: "not decided" would walk through all cases.</summary>
    public static readonly CaseState[] Undecided = [CaseState.Open, CaseState.Appealed];

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string ItemKind { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>Code of the list report_reason: of the first report, or the most serious since.</summary>
    public required string Reason { get; set; }

    public Guid? AuthorAccountId { get; init; }

    public Guid? AuthorOrganisationId { get; init; }

    public CaseState State { get; set; }

    public required DateTime OpenedAt { get; init; }

    /// <summary>When it was hidden by rule, before a person looked; null when it was not.</summary>
    public DateTime? HiddenByRuleAt { get; set; }

    public DateTime? FirstDecisionAt { get; set; }

    /// <summary>When moderators were warned of many reports at once.</summary>
    public DateTime? AlertedAt { get; set; }

    /// <summary>Who looks after it.</summary>
    public Guid? AssignedToId { get; set; }

    public int ReportCount { get; set; }

    /// <summary>Title and text as they were when it was reported, sealed with the master key; removed after six months.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>Keyed hash of that text: a text that a person decided to keep is not hidden by rule again.</summary>
    public string TextMark { get; init; } = "";

    public int Version { get; set; }

    public List<Report> Reports { get; } = [];

    public List<Statement> Statements { get; } = [];

    public List<Appeal> Appeals { get; } = [];
}

/// <summary>How much a report counts, decided when it came in.</summary>
public enum Standing
{
    Visitor,

    /// <summary>An account younger than thirty days.</summary>
    NewAccount,
    Account,

    /// <summary>A member of an organisation that a curator verified.</summary>
    Verified,
    Moderator,
}

/// <summary>What somebody told the moderators. Who it was is never shown to the author or the public.</summary>
public sealed class Report
{
    public const int DetailsMax = 2000, NameMax = 80, MailMax = 254;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required string Reason { get; init; }

    /// <summary>Where it stands and what is wrong, in the reporter's words.</summary>
    public string Details { get; init; } = "";

    public required DateTime At { get; init; }

    public required Standing Standing { get; init; }

    public Guid? ReporterId { get; init; }

    /// <summary>The verified organisation that gives the report its weight.</summary>
    public Guid? OrganisationId { get; init; }

    public string ReporterName { get; init; } = "";

    public string ReporterMail { get; init; } = "";

    public required string Language { get; init; }

    /// <summary>Hash of the code with which the reporter follows it.</summary>
    public required string CodeHash { get; init; }

    /// <summary>The code itself, sealed: the decision is mailed with it.</summary>
    public string SealedCode { get; init; } = "";

    /// <summary>Keyed hash of the network (/24, /48) it came from; removed after thirty days.</summary>
    public string NetworkMark { get; init; } = "";
}

public enum DecisionKind
{
    Keep,
    Hide,
    HidePart,
    Warn,
    Restore,
}

/// <summary>A decision with its reasons: what, why, by which rule, and what can be done against it.</summary>
public sealed class Statement
{
    public const int FactsMax = 2000, LawMax = 300;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required DecisionKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Null for what the product did by its rules, and for somebody who was erased.</summary>
    public Guid? ById { get; init; }

    public required bool IsAutomated { get; init; }

    /// <summary>The facts it rests on, in the moderator's words; read by the author and the reporters.</summary>
    public required string Facts { get; init; }

    /// <summary>Code of the list report_reason: the rule that was applied.</summary>
    public required string Rule { get; init; }

    /// <summary>The law, when one was applied.</summary>
    public string Law { get; init; } = "";

    /// <summary>True when it answers an appeal.</summary>
    public bool IsOnAppeal { get; init; }
}

/// <summary>Somebody concerned disagrees with a decision.</summary>
public sealed class Appeal
{
    public const int TextMax = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid CaseId { get; init; }

    public required string Text { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The account, when it came from one.</summary>
    public Guid? ByAccountId { get; init; }

    /// <summary>The report, when it came from a reporter.</summary>
    public Guid? ReportId { get; init; }

    public DateTime? DecidedAt { get; set; }
}
