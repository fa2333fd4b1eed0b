namespace Patrin.Platform.Mail;

using Text = Patrin.Platform.Localization.Text;

/// <summary>Why a message was not sent: sentences for administrators, without addresses.</summary>
public static class MailErrors
{
    public static readonly string
        Refused = Text.Key("The mail server refused it for good."),
        GaveUp = Text.Key("The mail server could not take it within a day."),
        Waits = Text.Key("The mail server could not take it; it is tried again."),
        MayBeSent = Text.Key("It may have been sent: the connection or the server stopped in the middle."),
        BadAddress = Text.Key("The address cannot be written to."),
        Cancelled = Text.Key("An administrator cancelled it.");
}

/// <summary>What a failed hand-over means.</summary>
public enum MailFaultKind
{
    /// <summary>It did not leave; try again later.</summary>
    Transient,

    /// <summary>It did not leave and never will.</summary>
    Permanent,

    /// <summary>Nobody knows: it was handed over and no answer came.</summary>
    Unknown,
}

/// <summary>A message could not be handed over.</summary>
/// <param name="kind">What that means.</param>
/// <param name="status">The server's answer (421, 550), or 0.</param>
/// <param name="inner">The cause.</param>
public sealed class MailFault(MailFaultKind kind, int status, Exception? inner) : Exception("A message could not be handed over.", inner)
{
    public MailFaultKind Kind { get; } = kind;

    public int Status { get; } = status;
}
