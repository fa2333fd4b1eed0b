namespace Patrin.Modules.People.Curate;

/// <summary>What a curator decides about an organisation.</summary>
public enum OrganisationDecision
{
    Approve,
    Refuse,

    /// <summary>Asks the manager of one that waits.</summary>
    Ask,

    /// <summary>It is who it says it is; the words say how that was checked.</summary>
    Verify,
    TakeBackVerification,
    Suspend,
    Lift,

    /// <summary>First of two people: asks to close it for ever.</summary>
    AskToClose,
    KeepOpen,

    /// <summary>Second of two people.</summary>
    Close,
}

/// <summary>Which decision fits which state. Pure.</summary>
public static class OrganisationSteps
{
    /// <summary>The state after a decision; null when it does not fit.</summary>
    public static OrganisationState? After(OrganisationDecision decision, OrganisationState state, bool closingAsked) => (decision, state) switch
    {
        (OrganisationDecision.Approve, OrganisationState.Waiting) => OrganisationState.Active,
        (OrganisationDecision.Refuse, OrganisationState.Waiting) => OrganisationState.Closed,
        (OrganisationDecision.Ask, OrganisationState.Waiting) => OrganisationState.Waiting,
        (OrganisationDecision.Verify or OrganisationDecision.TakeBackVerification, OrganisationState.Active) => OrganisationState.Active,
        (OrganisationDecision.Suspend, OrganisationState.Active) => OrganisationState.Suspended,
        (OrganisationDecision.Lift, OrganisationState.Suspended) => OrganisationState.Active,
        (OrganisationDecision.AskToClose, OrganisationState.Active or OrganisationState.Suspended) when !closingAsked => state,
        (OrganisationDecision.KeepOpen, OrganisationState.Active or OrganisationState.Suspended) when closingAsked => state,
        (OrganisationDecision.Close, OrganisationState.Active or OrganisationState.Suspended) when closingAsked => OrganisationState.Closed,
        _ => null,
    };

    /// <summary>Decisions that an administrator may take too: they stop something or undo that.</summary>
    public static bool IsForAdministrators(OrganisationDecision decision) => decision is OrganisationDecision.Suspend or OrganisationDecision.Lift
        or OrganisationDecision.AskToClose or OrganisationDecision.KeepOpen or OrganisationDecision.Close;

    /// <summary>Decisions that need words.</summary>
    public static bool NeedsWords(OrganisationDecision decision) => decision is OrganisationDecision.Refuse or OrganisationDecision.Ask
        or OrganisationDecision.Verify or OrganisationDecision.TakeBackVerification or OrganisationDecision.Suspend or OrganisationDecision.AskToClose;
}
