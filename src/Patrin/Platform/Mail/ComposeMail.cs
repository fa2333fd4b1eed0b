using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Text;

namespace Patrin.Platform.Mail;

/// <summary>Makes the message as it travels. Nothing in a row can add a header: line breaks and other control characters are taken out.</summary>
public static class ComposeMail
{
    /// <exception cref="MailFault">The address cannot be written to.</exception>
    public static MimeMessage From(MailMessage row, MailboxAddress sender)
    {
        var message = new MimeMessage { Subject = OneLine(row.Subject), MessageId = Id(row, sender), Date = new DateTimeOffset(row.QueuedAt, TimeSpan.Zero) };
        message.From.Add(sender);
        message.To.Add(Receiver(row.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", OneLine(row.Language));
        if (row.UnsubscribeAddress.Length > 0)
        {
            // RFC 8058: mail programs show a button and send one POST.
            message.Headers.Add("List-Unsubscribe", $"<{OneLine(row.UnsubscribeAddress)}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var body = new TextPart(TextFormat.Plain);
        body.SetText(Encoding.UTF8, row.Body);
        message.Body = body;
        return message;
    }

    /// <summary>The sender's address with the product's name.</summary>
    public static MailboxAddress Sender(string address) => new("Patrin", address);

    // The id of the row: a message that was sent twice after all is recognised by mail programs.
    private static string Id(MailMessage row, MailboxAddress sender) => string.Create(CultureInfo.InvariantCulture, $"{row.Id:N}@{sender.Domain}");

    private static MailboxAddress Receiver(string address)
    {
        if (address.Any(char.IsControl) || !MailboxAddress.TryParse(address, out var parsed) || parsed.Address != address || !address.Contains('@', StringComparison.Ordinal))
            throw new MailFault(MailFaultKind.Permanent, 0, null);
        return parsed;
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
}
