using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Mail;

/// <summary>A mail server over SMTP. Every step has a time limit; the lease of the task is longer than all of them.</summary>
public sealed class SmtpTransport(SmtpSettings settings) : IMailTransport
{
    /// <summary>Longest wait for one answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    public MailboxAddress Sender { get; } = ComposeMail.Sender(settings.From);

    public async Task<IMailLine> OpenAsync(CancellationToken cancel)
    {
        var watch = new DataWatch();
        var client = new SmtpClient(watch) { Timeout = (int)Patience.TotalMilliseconds };
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limited.CancelAfter(Patience);
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Encryption(), limited.Token);
            if (settings.User is { Length: > 0 } user)
                await client.AuthenticateAsync(user, settings.Password ?? "", limited.Token);
            return new Line(client, watch, Patience);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            client.Dispose();
            throw new MailFault(MailFaultKind.Transient, fault is SmtpCommandException answered ? (int)answered.StatusCode : 0, fault);
        }
    }

    private SecureSocketOptions Encryption() => (settings.RequireTls, settings.Port) switch
    {
        (_, 465) => SecureSocketOptions.SslOnConnect,
        (true, _) => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.StartTlsWhenAvailable,
    };

    private sealed class Line(SmtpClient client, DataWatch watch, TimeSpan patience) : IMailLine
    {
        public async Task SendAsync(MimeMessage message, CancellationToken cancel)
        {
            watch.Begun = false;
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limited.CancelAfter(patience + patience);
            try
            {
                await client.SendAsync(message, limited.Token);
            }
            catch (SmtpCommandException answered)
            {
                var status = (int)answered.StatusCode;
                throw new MailFault(status is >= 400 and < 500 ? MailFaultKind.Transient : MailFaultKind.Permanent, status, answered);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Before the text began nothing can have left; afterwards only the missing answer would tell.
                throw new MailFault(watch.Begun ? MailFaultKind.Unknown : MailFaultKind.Transient, 0, fault);
            }
        }

        public async ValueTask DisposeAsync()
        {
            using var limited = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await client.DisconnectAsync(quit: client.IsConnected, limited.Token);
            }
            catch (Exception fault) when (fault is IOException or ServiceNotConnectedException or OperationCanceledException or ProtocolException or CommandException)
            {
                // Saying goodbye is politeness only.
            }

            client.Dispose();
        }
    }

    /// <summary>Sees when the text of a message begins; writes nothing down.</summary>
    private sealed class DataWatch : IProtocolLogger
    {
        public bool Begun { get; set; }

        public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

        public void LogConnect(Uri uri)
        {
        }

        public void LogClient(byte[] buffer, int offset, int count)
        {
            var said = buffer.AsSpan(offset, count);
            Begun |= said.IndexOf("DATA\r\n"u8) >= 0 || said.IndexOf("BDAT "u8) >= 0;
        }

        public void LogServer(byte[] buffer, int offset, int count)
        {
        }

        public void Dispose()
        {
        }
    }
}
