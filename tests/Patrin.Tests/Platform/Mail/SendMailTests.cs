using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Patrin.Platform.Data;
using Patrin.Platform.Mail;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Mail;

public sealed class SendMailOnSqlite(SqliteSite site) : SendMailTests(site), IClassFixture<SqliteSite>;

public sealed class SendMailOnPostgres(PostgresSite site) : SendMailTests(site), IClassFixture<PostgresSite>;

public abstract class SendMailTests(Site site)
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 3, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R22_a_message_goes_out_once_with_its_letters_headers_and_id()
    {
        await using var sink = new SmtpSink();
        var id = await AddAsync(subject: "Среща в Самоков", body: "Здравейте! Șțâă őű");
        Assert.StartsWith("MailsSent=1", await SendAsync(sink), StringComparison.Ordinal);
        Assert.DoesNotContain("MailsSent", await SendAsync(sink), StringComparison.Ordinal);
        var message = await ReadAsync(Assert.Single(sink.Taken));
        Assert.Equal(("Среща в Самоков", "Здравейте! Șțâă őű"), (message.Subject, message.TextBody!.Trim()));
        Assert.Equal($"{id:N}@patrin.example", message.MessageId);
        Assert.Equal("<https://patrin.example/en/unsubscribe/x>", message.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);
        Assert.Equal((MailState.Sent, 1), await StateAsync(id));
    }

    [Theory]
    [InlineData("Hello\r\nBcc: all@example.org\r\n\r\nSpam", "reader@example.org", true)]
    [InlineData("Hello", "reader@example.org\r\nBcc: all@example.org", false)]
    [InlineData("Hello", "a@example.org, b@example.org", false)]
    [InlineData("Hello", "nobody", false)]
    public async Task No_value_can_add_a_header_or_a_receiver(string subject, string to, bool leaves)
    {
        await using var sink = new SmtpSink();
        var id = await AddAsync(to, subject);
        await SendAsync(sink);
        Assert.Equal(leaves ? MailState.Sent : MailState.Failed, (await StateAsync(id)).State);
        foreach (var taken in sink.Taken)
            Assert.Null((await ReadAsync(taken)).Headers["Bcc"]);
    }

    [Fact]
    public async Task R22_a_server_that_cannot_take_it_now_is_asked_six_times_within_a_day()
    {
        await using var sink = new SmtpSink { ToReceiver = "450 later" };
        var id = await AddAsync();
        for (var hour = 0; hour < 60; hour++)
        {
            await SendAsync(sink);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((MailState.Failed, 6), await StateAsync(id));
        Assert.Equal(MailErrors.GaveUp, await ErrorAsync(id));
    }

    [Fact]
    public async Task R22_a_server_that_comes_back_gets_the_message()
    {
        await using var sink = new SmtpSink { ToReceiver = "421 closing" };
        var id = await AddAsync();
        await SendAsync(sink);
        Assert.Equal((MailState.Queued, 1), await StateAsync(id));
        sink.ToReceiver = "250 ok";
        Assert.DoesNotContain("MailsSent", await SendAsync(sink), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.StartsWith("MailsSent=1", await SendAsync(sink), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_for_good_is_not_tried_again_and_holds_up_nobody()
    {
        await using var sink = new SmtpSink { ToReceiver = "550 no such box" };
        var (one, two) = (await AddAsync(), await AddAsync("second@example.org"));
        await SendAsync(sink);
        Assert.Equal((MailState.Failed, 1), await StateAsync(one));
        Assert.Equal((MailState.Failed, 1), await StateAsync(two));
        Assert.Equal(MailErrors.Refused, await ErrorAsync(one));
    }

    [Fact]
    public async Task A_crash_after_the_handing_over_is_never_sent_again_but_clearly_marked()
    {
        await using var sink = new SmtpSink { ToText = null };
        var id = await AddAsync();
        // The server took it and the node is gone before it could write that down.
        using var killed = new CancellationTokenSource();
        var sending = SendAsync(sink, killed);
        for (var wait = 0; wait < 500 && sink.Taken.IsEmpty; wait++)
            await Task.Delay(10, Cancel);
        Assert.Equal((MailState.Sending, 1), await StateAsync(id));
        await killed.CancelAsync();
        await sending;
        // A killed process writes nothing: the row stays as it was saved before the handing over.
        await site.ReadAsync(db => db.Set<MailMessage>().Where(m => m.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Sending).SetProperty(m => m.Error, ""), Cancel));
        sink.ToText = "250 taken";
        _clock.Advance(TimeSpan.FromDays(1));
        await SendAsync(sink);
        Assert.Equal((MailState.Failed, 1), await StateAsync(id));
        Assert.Equal(MailErrors.MayBeSent, await ErrorAsync(id));
        Assert.Single(sink.Taken);
    }

    [Fact]
    public async Task R22_a_server_that_hangs_ends_in_another_try_and_slows_no_page()
    {
        await using var sink = new SmtpSink { Silent = true };
        var id = await AddAsync();
        var sending = SendAsync(sink, patience: TimeSpan.FromSeconds(2));
        var browser = site.Visitor();
        await browser.GetAsync(new Uri("/en/about", UriKind.Relative), Cancel);
        var began = TimeProvider.System.GetTimestamp();
        await browser.GetAsync(new Uri("/en/about", UriKind.Relative), Cancel);
        Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(1));
        Assert.False(sending.IsCompleted);
        await sending;
        Assert.Equal((MailState.Queued, 1), await StateAsync(id));
    }

    [Fact]
    public async Task Without_a_server_messages_are_files_that_only_their_owner_reads()
    {
        var id = await AddAsync(subject: "Fájl őű");
        await site.UseAsync<IServiceProvider>(async services =>
            await new SendMail(services.GetRequiredService<AppDbContext>(), services.GetRequiredService<IMailTransport>(), _clock, NullLogger<SendMail>.Instance).RunAsync(Cancel));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(site.DataDirectory, "mail"), $"*{id:N}.eml"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.UserRead | UnixFileMode.UserWrite : File.GetUnixFileMode(file));
        Assert.Equal("Fájl őű", (await MimeMessage.LoadAsync(file, Cancel)).Subject);
    }

    private async Task<string> SendAsync(SmtpSink sink, CancellationTokenSource? kill = null, TimeSpan? patience = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var transport = new SmtpTransport(new() { Host = "127.0.0.1", Port = sink.Port, From = "post@patrin.example", RequireTls = false }) { Patience = patience ?? TimeSpan.FromSeconds(10) };
        return (await new SendMail(scope.ServiceProvider.GetRequiredService<AppDbContext>(), transport, _clock, NullLogger<SendMail>.Instance).RunAsync(kill?.Token ?? Cancel)).ToString();
    }

    private async Task<Guid> AddAsync(string to = "reader@example.org", string subject = "Hello", string body = "Text")
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        if (to != "second@example.org")
            await db.Set<MailMessage>().ExecuteDeleteAsync(Cancel);
        var message = new Outbox(db, _clock).Add(to, null, "en", subject, body, "Records", "https://patrin.example/en/unsubscribe/x");
        await db.SaveChangesAsync(Cancel);
        return message.Id;
    }

    private Task<(MailState State, int Tries)> StateAsync(Guid id) => site.ReadAsync(async db =>
    {
        var message = await db.Set<MailMessage>().AsNoTracking().SingleAsync(m => m.Id == id, Cancel);
        return (message.State, message.Tries);
    });

    private Task<string> ErrorAsync(Guid id) => site.ReadAsync(db => db.Set<MailMessage>().Where(m => m.Id == id).Select(m => m.Error).SingleAsync(Cancel));

    private static Task<MimeMessage> ReadAsync(string text) => MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.Latin1.GetBytes(text)), Cancel);
}
