using MimeKit;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Mail;

/// <summary>Without a mail server each message becomes a file in DATA/mail, readable by its owner only.</summary>
public sealed partial class FolderTransport(PatrinOptions options, ILogger<FolderTransport> log) : IMailTransport, IMailLine
{
    private bool _said;

    public MailboxAddress Sender { get; } = ComposeMail.Sender("patrin@localhost.localdomain");

    private string Folder => FolderOf(options);

    internal static string FolderOf(PatrinOptions options) => Path.Combine(options.DataDirectory, "mail");

    public Task<IMailLine> OpenAsync(CancellationToken cancel)
    {
        if (!_said)
            MailGoesToFolder(log, Folder);
        _said = true;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(Folder);
        else
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return Task.FromResult<IMailLine>(this);
    }

    public async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        var file = Path.Combine(Folder, $"{message.Date.UtcDateTime:yyyyMMdd-HHmmss}-{message.MessageId!.Split('@')[0]}.eml");
        var temporary = file + ".part";
        try
        {
            await using (var stream = new FileStream(temporary, OwnersFile.Options(FileMode.Create)))
                await message.WriteToAsync(stream, cancel);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MailFault(MailFaultKind.Transient, 0, fault);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "No mail server is set: messages are written to {Folder}.")]
    private static partial void MailGoesToFolder(ILogger log, string folder);
}
