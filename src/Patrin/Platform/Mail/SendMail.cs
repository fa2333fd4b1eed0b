using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;

namespace Patrin.Platform.Mail;

/// <summary>
/// Empties the outbox. A message is marked as being sent, and that is saved, before it is handed over: one found so after a crash
/// may have left and is not sent again. So each message goes out once or is clearly marked as failed.
/// </summary>
public sealed partial class SendMail(AppDbContext db, IMailTransport transport, TimeProvider clock, ILogger<SendMail> log) : IPeriodicTask
{
    public const string TaskName = "mail";
    private const int AtOnce = 100;

    /// <summary>Waits after the first, second ... try; after the last one it has failed.</summary>
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.FromHours(16)];

    private int _sent, _waiting, _failed;

    public string Name => TaskName;

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DbSet<MailMessage> Messages => db.Set<MailMessage>();

    public async Task<TaskResult> RunAsync(CancellationToken cancel)
    {
        // Only the holder of this task sends: whatever stands as being sent was cut off.
        _failed = await Messages.Where(m => m.State == MailState.Sending)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Error, MailErrors.MayBeSent), cancel);
        var now = Now;
        var due = await Messages.Where(m => m.State == MailState.Queued && m.DueAt <= now).OrderBy(m => m.DueAt).Select(m => m.Id).Take(AtOnce).ToListAsync(cancel);
        if (due.Count > 0)
            await SendAllAsync(due, cancel);
        return TaskResult.Of((TaskDid.MailsSent, _sent), (TaskDid.MailsPutOff, _waiting), (TaskDid.MailsFailed, _failed));
    }

    private async Task SendAllAsync(List<Guid> due, CancellationToken cancel)
    {
        IMailLine? line = null;
        try
        {
            foreach (var id in due)
            {
                cancel.ThrowIfCancellationRequested();
                if (!await BeginAsync(id, cancel))
                    continue;
                var message = await Messages.AsNoTracking().SingleAsync(m => m.Id == id, cancel);
                try
                {
                    var mime = ComposeMail.From(message, transport.Sender);
                    line ??= await transport.OpenAsync(cancel);
                    await line.SendAsync(mime, cancel);
                    await SentAsync(message);
                }
                catch (MailFault fault)
                {
                    await FailedAsync(message, fault, cancel);
                    // Nobody answers, or the server is closing: the others wait for the next time.
                    if (fault is { Kind: not MailFaultKind.Permanent, Status: 0 or 421 })
                        break;
                }
            }
        }
        finally
        {
            if (line is not null)
                await line.DisposeAsync();
        }
    }

    /// <summary>False when somebody cancelled it meanwhile.</summary>
    private async Task<bool> BeginAsync(Guid id, CancellationToken cancel) =>
        await Messages.Where(m => m.Id == id && m.State == MailState.Queued)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.Tries, m => m.Tries + 1), cancel) == 1;

    private async Task SentAsync(MailMessage message)
    {
        var now = Now;
        // What always goes out carries links that open doors: its text is not kept.
        var body = message.Topic.Length == 0 ? "" : message.Body;
        await Being(message).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MailState.Sent).SetProperty(m => m.SentAt, now).SetProperty(m => m.Error, "").SetProperty(m => m.Body, body),
            CancellationToken.None);
        _sent++;
    }

    private async Task FailedAsync(MailMessage message, MailFault fault, CancellationToken cancel)
    {
        NotSent(log, message.Id, fault.Kind, fault.Status, fault.InnerException?.GetType().Name ?? "");
        // The server is stopping: that is nobody's failure.
        if (cancel.IsCancellationRequested && fault.Kind == MailFaultKind.Transient)
            await Being(message).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Queued).SetProperty(m => m.Tries, m => m.Tries - 1), CancellationToken.None);
        else if (fault.Kind == MailFaultKind.Transient && message.Tries <= Waits.Length)
            await PutOffAsync(message);
        else
            await GiveUpAsync(message, fault);
    }

    private async Task PutOffAsync(MailMessage message)
    {
        var wait = Waits[message.Tries - 1];
        var due = Now + wait + (wait * (RandomNumberGenerator.GetInt32(200) / 1000.0));
        await Being(message).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.State, MailState.Queued).SetProperty(m => m.DueAt, due).SetProperty(m => m.Error, MailErrors.Waits), CancellationToken.None);
        _waiting++;
    }

    private async Task GiveUpAsync(MailMessage message, MailFault fault)
    {
        var error = fault switch
        {
            { Kind: MailFaultKind.Transient } => MailErrors.GaveUp,
            { Kind: MailFaultKind.Unknown } => MailErrors.MayBeSent,
            { Status: 0 } => MailErrors.BadAddress,
            _ => MailErrors.Refused,
        };
        await Being(message).ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Failed).SetProperty(m => m.Error, error), CancellationToken.None);
        _failed++;
    }

    private IQueryable<MailMessage> Being(MailMessage message) => Messages.Where(m => m.Id == message.Id && m.State == MailState.Sending);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} was not sent: {Kind}, answer {Status}, {Cause}.")]
    private static partial void NotSent(ILogger log, Guid id, MailFaultKind kind, int status, string cause);
}
