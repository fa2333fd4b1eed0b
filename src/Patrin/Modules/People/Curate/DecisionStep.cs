using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Curate;

/// <summary>A decision as the page offers it; texts are keys.</summary>
/// <param name="Decision">What is decided.</param>
/// <param name="Title">Heading.</param>
/// <param name="Means">What it brings about.</param>
/// <param name="Button">What the button says.</param>
/// <param name="Words">Label of the words asked for; null when none are.</param>
public sealed record DecisionStep(OrganisationDecision Decision, string Title, string Means, string Button, string? Words = null)
{
    public bool IsHard => Decision is OrganisationDecision.Refuse or OrganisationDecision.Suspend or OrganisationDecision.AskToClose or OrganisationDecision.Close;

    private static readonly IReadOnlyList<DecisionStep> All =
    [
        new(OrganisationDecision.Approve, Text.Key("Approve"), Text.Key("Its page becomes public and its members may act for it."), Text.Key("Approve the organisation")),
        new(OrganisationDecision.Ask, Text.Key("Ask back"), Text.Key("The person who asked gets your question and can answer."), Text.Key("Send the question"), Text.Key("Your question")),
        new(OrganisationDecision.Refuse, Text.Key("Refuse"), Text.Key("The person who asked reads your reason."), Text.Key("Refuse with this reason"), Text.Key("Reason")),
        new(OrganisationDecision.Verify, Text.Key("Verify"), Text.Key("Everybody reads that and how you checked that it is who it says it is."), Text.Key("Mark as verified"), Text.Key("How was it checked?")),
        new(OrganisationDecision.TakeBackVerification, Text.Key("Take the verification back"), Text.Key("Its page says that it is not verified."), Text.Key("Take the verification back"), Text.Key("Reason")),
        new(OrganisationDecision.Lift, Text.Key("Lift the suspension"), Text.Key("Its members may act for it again."), Text.Key("Lift the suspension")),
        new(OrganisationDecision.Suspend, Text.Key("Suspend"), Text.Key("Its members cannot act for it, at once. Everybody reads your reason."), Text.Key("Suspend with this reason"), Text.Key("Reason")),
        new(OrganisationDecision.AskToClose, Text.Key("Close for ever"), Text.Key("Needs two people: you ask, another curator or administrator confirms within 7 days."), Text.Key("Ask to close it"), Text.Key("Reason")),
        new(OrganisationDecision.KeepOpen, Text.Key("Do not close"), Text.Key("Takes the wish to close it back."), Text.Key("Keep it open")),
        new(OrganisationDecision.Close, Text.Key("Confirm closing"), Text.Key("Its page disappears and nobody acts for it. This cannot be undone."), Text.Key("Close it for ever")),
    ];

    /// <summary>What fits an organisation now.</summary>
    public static IReadOnlyList<DecisionStep> For(Organisation o, DateTime now) =>
        [.. All.Where(s => OrganisationSteps.After(s.Decision, o.State, o.IsAsked(now)) is not null
            && (s.Decision != OrganisationDecision.Verify || o.VerifiedAt is null) && (s.Decision != OrganisationDecision.TakeBackVerification || o.VerifiedAt is not null))];
}

/// <summary>What the partial <c>_DecisionSteps</c> shows: a form for each decision that fits now.</summary>
/// <param name="Path">Where the forms go.</param>
/// <param name="Version">Version of the organisation that was read.</param>
/// <param name="Steps">The decisions.</param>
/// <param name="Asked">The decision that was refused; its words are kept.</param>
/// <param name="Typed">Those words.</param>
public sealed record DecisionForms(string Path, int Version, IReadOnlyList<DecisionStep> Steps, OrganisationDecision? Asked, string Typed)
{
    /// <summary>The first decision is what the reader came for.</summary>
    public bool FirstIsMain { get; init; }
}
