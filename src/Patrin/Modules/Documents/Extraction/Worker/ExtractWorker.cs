using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using Patrin.Modules.Documents.Extraction.Formats;

namespace Patrin.Modules.Documents.Extraction.Worker;

/// <summary>
/// The other side of <see cref="WorkerProcess"/>: <c>patrin extract-worker</c>. Reads one request from its input,
/// writes one answer to its output and ends. It opens no file, no database and no connection, and knows no setting.
/// </summary>
public static class ExtractWorker
{
    /// <summary>The hidden verb on the command line.</summary>
    public const string Verb = "extract-worker";

    /// <summary>Exit code when memory ran out and no answer could be written.</summary>
    internal const int OutOfMemory = 77;

    /// <summary>Exit code when the parent did not stop the worker in time (it is gone).</summary>
    internal const int Abandoned = 78;

    private const int ParserStackBytes = 8 << 20;

    /// <summary>Entry point for Program.cs.</summary>
    public static int Serve()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        WorkerJail.Enter();
        return Run(input, output);
    }

    /// <summary>Serves one request.</summary>
    /// <returns>The exit code: 0 when an answer was written.</returns>
    public static int Run(Stream input, Stream output)
    {
        var ranOut = false;
        // Parsers swallow what they cannot handle, this too, and would hand over half a document as a whole one.
        void Notice(object? sender, FirstChanceExceptionEventArgs thrown) => ranOut |= thrown.Exception is OutOfMemoryException;
        AppDomain.CurrentDomain.FirstChanceException += Notice;
        try
        {
            var (request, bytes) = ReadRequest(input);
            using var _ = StopWhenAbandoned(request.Limits);
            var answer = OnOwnThread(() => Answer(request, bytes));
            if (ranOut)
                return OutOfMemory;
            Write(output, answer);
            return 0;
        }
        catch (OutOfMemoryException)
        {
            return OutOfMemory;
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Notice;
        }
    }

    /// <summary>Parses in this process. Only the worker and its own tests call this.</summary>
    internal static WorkerAnswer Answer(WorkerRequest request, byte[] bytes)
    {
        try
        {
            var read = request.Kind switch
            {
                ContentKind.Html => HtmlText.Read(Encoding.UTF8.GetString(bytes), request.Limits),
                ContentKind.Docx => DocxText.Read(bytes, request.Limits),
                ContentKind.Pdf => PdfText.Read(bytes, request.Limits),
                _ => throw new InvalidOperationException($"{request.Kind} needs no parser."),
            };
            return new() { Text = read.Text, Characters = read.Text.Length, Title = read.Title, LanguageHint = read.LanguageHint, Notes = read.Notes };
        }
        catch (RefusedException refused)
        {
            return WorkerAnswer.Refused(refused);
        }
    }

    private static void Write(Stream output, WorkerAnswer answer)
    {
        JsonSerializer.Serialize(output, answer, WorkerJson.Default.WorkerAnswer);
        output.WriteByte((byte)'\n');
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        text.Write(answer.Text);
    }

    // The parent kills on time-out. If the parent itself was killed, nobody would: then the worker ends by itself.
    private static Timer StopWhenAbandoned(ExtractionLimits limits) =>
        new(_ => Environment.Exit(Abandoned), null, limits.WorkerWallTime + TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);

    // A deep file may use up the stack; an own thread has a size that does not depend on the machine.
    private static WorkerAnswer OnOwnThread(Func<WorkerAnswer> work)
    {
        WorkerAnswer? answer = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                answer = work();
            }
            catch (Exception failed)
            {
                failure = ExceptionDispatchInfo.Capture(failed);
            }
        }, ParserStackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return answer!;
    }

    private static (WorkerRequest Request, byte[] Bytes) ReadRequest(Stream input)
    {
        var line = new List<byte>(1024);
        for (int next; (next = input.ReadByte()) is not ('\n' or -1);)
            line.Add((byte)next);
        var request = JsonSerializer.Deserialize(line.ToArray(), WorkerJson.Default.WorkerRequest)
            ?? throw new InvalidDataException("The request is empty.");
        var bytes = new byte[request.Length];
        input.ReadExactly(bytes);
        return (request, bytes);
    }
}
