using MimeKit;

namespace Patrin.Platform.Mail;

/// <summary>Hands messages to the outside: a mail server, or files in a folder while none is set.</summary>
public interface IMailTransport
{
    /// <summary>Sender of every message.</summary>
    MailboxAddress Sender { get; }

    /// <summary>Opens a line for some messages.</summary>
    /// <exception cref="MailFault">Nobody answers.</exception>
    Task<IMailLine> OpenAsync(CancellationToken cancel);
}

/// <summary>An open line.</summary>
public interface IMailLine : IAsyncDisposable
{
    /// <summary>Returns when the other side has taken the message over.</summary>
    /// <exception cref="MailFault">It has not, or nobody knows.</exception>
    Task SendAsync(MimeMessage message, CancellationToken cancel);
}
