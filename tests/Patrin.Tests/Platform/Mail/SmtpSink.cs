using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Patrin.Tests.Platform.Mail;

/// <summary>A mail server of sixty lines: takes messages, answers as told, can fall silent.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public SmtpSink()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Messages taken over, as they arrived.</summary>
    public ConcurrentQueue<string> Taken { get; } = [];

    /// <summary>Answer to RCPT TO.</summary>
    public string ToReceiver { get; set; } = "250 ok";

    /// <summary>Answer after the text; null: none, the connection stays open and silent.</summary>
    public string? ToText { get; set; } = "250 taken";

    /// <summary>Says nothing at all.</summary>
    public bool Silent { get; set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            if (Silent)
                await Task.Delay(-1, _stop.Token);
            await writer.WriteLineAsync("220 sink");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line == "DATA")
                    await TakeAsync(reader, writer);
                else
                    await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? ToReceiver : line == "QUIT" ? "221 bye" : "250 ok");
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            // The other side went away.
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go on");
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line).Append('\n');
        Taken.Enqueue(text.ToString());
        if (ToText is { } answer)
            await writer.WriteLineAsync(answer);
        else
            await Task.Delay(-1, _stop.Token);
    }
}
