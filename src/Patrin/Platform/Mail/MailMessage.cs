using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Platform.Mail;

public enum MailState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Handed to the mail server right now; found so after a crash it may or may not have left.</summary>
    Sending,
    Sent,

    /// <summary>Will not be tried again by itself; an administrator may.</summary>
    Failed,
}

/// <summary>
/// A message in the outbox: written in the transaction of what it tells about, sent afterwards, once.
/// The text is removed some days after sending.
/// </summary>
public sealed class MailMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string To { get; set; }

    /// <summary>The account it goes to; null for addresses without one.</summary>
    public Guid? AccountId { get; init; }

    public required string Language { get; init; }

    public required string Subject { get; set; }

    /// <summary>Plain text.</summary>
    public required string Body { get; set; }

    /// <summary>What it is about, for the reader's choice; empty for messages that always go out (sign-in, security).</summary>
    public string Topic { get; init; } = "";

    /// <summary>Address that stops this topic with one click; empty when there is none.</summary>
    public string UnsubscribeAddress { get; init; } = "";

    public DateTime QueuedAt { get; init; }

    /// <summary>Not before this instant.</summary>
    public DateTime DueAt { get; set; }

    public MailState State { get; set; }

    public int Tries { get; set; }

    public DateTime? SentAt { get; set; }

    /// <summary>Why it failed, in one line without addresses.</summary>
    public string Error { get; set; } = "";
}

/// <summary>Puts messages into the outbox; they are saved with the change they tell about.</summary>
public sealed class Outbox(AppDbContext db, TimeProvider clock)
{
    public MailMessage Add(string to, Guid? account, string language, string subject, string body, string topic = "", string unsubscribe = "")
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var message = new MailMessage
        {
            To = to, AccountId = account, Language = language, Subject = subject, Body = body, Topic = topic,
            UnsubscribeAddress = unsubscribe, QueuedAt = now, DueAt = now,
        };
        db.Add(message);
        return message;
    }
}

internal sealed class MailMapping : IEntityTypeConfiguration<MailMessage>
{
    public void Configure(EntityTypeBuilder<MailMessage> builder)
    {
        builder.ToTable("mail_outbox");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.To).HasMaxLength(254);
        builder.Property(m => m.Language).HasMaxLength(8);
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.Body).HasMaxLength(60_000);
        builder.Property(m => m.Topic).HasMaxLength(40);
        builder.HasIndex(m => new { m.State, m.DueAt });
        builder.HasIndex(m => m.AccountId);
    }
}
