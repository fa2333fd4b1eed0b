using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>
/// Runs one file through the worker and enforces its limits from outside. At most two run at once in this program;
/// others wait. Whatever happens, the process and its directory are gone when this returns.
/// </summary>
internal static class WorkerProcess
{
    /// <summary>Parsers at once, however many people upload.</summary>
    public const int AtOnce = 2;

    // UTF-8 takes at most three bytes for a UTF-16 unit; some room for title and notes.
    private const int AnswerBytesPerCharacter = 3;
    private const int AnswerRoom = 1 << 20;

    private static readonly SemaphoreSlim _slots = new(AtOnce, AtOnce);

    public static async Task<(WorkerAnswer Answer, ExtractionCost Cost)> RunAsync(
        ContentKind kind, ReadOnlyMemory<byte> bytes, ExtractionLimits limits, CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        var directory = WorkerDirectory.Create();
        try
        {
            using var process = Process.Start(WorkerSandbox.StartInfo(directory.FullName, limits))
                ?? throw new InvalidOperationException("The worker could not be started.");
            return await ServeAsync(process, new(kind, bytes.Length, limits), bytes, cancellation);
        }
        finally
        {
            directory.Delete(recursive: true);
            _slots.Release();
        }
    }

    private static async Task<(WorkerAnswer, ExtractionCost)> ServeAsync(
        Process process, WorkerRequest request, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        using var watch = new WorkerWatch(process, request.Limits);
        try
        {
            var send = SendAsync(process, request, bytes);
            var errors = FirstErrorAsync(process.StandardError.BaseStream);
            var receive = ReceiveAsync(process, request.Limits, watch);
            await watch.UntilEndAsync(cancellation);
            await send;
            var output = await receive;
            return (Judge(process, request, watch, output, await errors), watch.Cost);
        }
        finally
        {
            watch.Kill();
        }
    }

    private static async Task SendAsync(Process process, WorkerRequest request, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await using var input = process.StandardInput.BaseStream;
            await JsonSerializer.SerializeAsync(input, request, WorkerJson.Default.WorkerRequest);
            input.WriteByte((byte)'\n');
            await input.WriteAsync(bytes);
        }
        catch (IOException)
        {
            // The worker ended before it had read everything; its answer or its exit code says why.
        }
    }

    // Read to the end so that the worker never waits. Only the start is kept, to tell how it died, and only until
    // then: a parser's error text may quote the document.
    private static async Task<string> FirstErrorAsync(Stream errors)
    {
        var first = "";
        var buffer = new byte[4096];
        for (int read; (read = await errors.ReadAsync(buffer)) > 0;)
            first = first.Length > 0 ? first : Encoding.UTF8.GetString(buffer, 0, read);
        return first;
    }

    private static async Task<ReadOnlyMemory<byte>> ReceiveAsync(Process process, ExtractionLimits limits, WorkerWatch watch)
    {
        var most = (long)limits.MaxTextCharacters * AnswerBytesPerCharacter + AnswerRoom;
        var answer = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var output = process.StandardOutput.BaseStream;
        for (int read; (read = await output.ReadAsync(buffer)) > 0;)
        {
            if (answer.Length + read > Math.Min(most, int.MaxValue))
            {
                watch.Kill();
                return ReadOnlyMemory<byte>.Empty;
            }

            answer.Write(buffer, 0, read);
        }

        return answer.GetBuffer().AsMemory(0, (int)answer.Length);
    }

    private static WorkerAnswer Judge(Process process, WorkerRequest request, WorkerWatch watch, ReadOnlyMemory<byte> output, string error)
    {
        var limits = request.Limits;
        var refused = watch.Breach switch
        {
            WorkerBreach.Memory => OutOfMemory(limits),
            WorkerBreach.WallTime => OutOfTime(limits.WorkerWallTime),
            WorkerBreach.ProcessorTime => OutOfTime(limits.WorkerProcessorTime),
            _ => null,
        };
        // 128 + SIGXCPU: the kernel's own processor limit was faster than ours.
        refused ??= process.ExitCode switch
        {
            0 => null,
            ExtractWorker.OutOfMemory => OutOfMemory(limits),
            // The runtime gives up by itself when there is no memory left even for the exception.
            not 0 when error.StartsWith("Out of memory", StringComparison.Ordinal) => OutOfMemory(limits),
            128 + 24 => OutOfTime(limits.WorkerProcessorTime),
            _ => Failed(request.Kind),
        };
        return refused is null ? Parse(request.Kind, output) : WorkerAnswer.Refused(refused);
    }

    private static WorkerAnswer Parse(ContentKind kind, ReadOnlyMemory<byte> output)
    {
        var line = output.Span.IndexOf((byte)'\n');
        if (line < 0)
            return WorkerAnswer.Refused(Failed(kind));
        try
        {
            var answer = JsonSerializer.Deserialize(output.Span[..line], WorkerJson.Default.WorkerAnswer);
            var text = Encoding.UTF8.GetString(output.Span[(line + 1)..]);
            return answer?.Characters == text.Length ? answer with { Text = text } : WorkerAnswer.Refused(Failed(kind));
        }
        catch (JsonException)
        {
            return WorkerAnswer.Refused(Failed(kind));
        }
    }

    private static RefusedException OutOfMemory(ExtractionLimits limits) =>
        RefusedException.Because(RefusalCodes.MemoryLimit, "megabytes", limits.WorkerMemoryBytes >> 20);

    private static RefusedException OutOfTime(TimeSpan limit) =>
        RefusedException.Because(RefusalCodes.TimeLimit, "seconds", (long)Math.Ceiling(limit.TotalSeconds));

    private static RefusedException Failed(ContentKind kind) =>
        RefusedException.Because(RefusalCodes.ParserFailed, "format", DocumentExtractor.FormatName(kind));
}
