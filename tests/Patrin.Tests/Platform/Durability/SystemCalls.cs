using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Patrin.Tests.Platform.Durability;

internal enum CallKind
{
    Write,
    Truncate,
    Sync,
    Create,
    Delete,
    Receive,
    Send,
}

/// <summary>A call of the traced server. Begin and End are places in the trace: what lies between them ran at the same time.</summary>
internal sealed record SystemCall(CallKind Kind, int Thread, string File, int Begin, int End)
{
    /// <summary>Bytes written or sent.</summary>
    public byte[] Data { get; init; } = [];

    public long Offset { get; init; }
}

/// <summary>Reads what strace has written about the database's files and the server's sockets.</summary>
internal static partial class SystemCalls
{
    /// <summary>strace and its options; a string is kept up to the size of the largest write (a page).</summary>
    public static string[] Command(string trace) =>
        ["strace", "-f", "--seccomp-bpf", "-y", "-s", "70000", "-e", "signal=none", "-e", "trace=openat,pwrite64,pwritev,write,ftruncate,fsync,fdatasync,sendto,sendmsg,recvfrom,recvmsg,unlink,rename", "-o", trace];

    public static IReadOnlyList<SystemCall> Read(string trace, string database)
    {
        var calls = new List<SystemCall>();
        var begun = new Dictionary<int, (int Line, string Text)>();
        var number = 0;
        foreach (var line in File.ReadLines(trace, Encoding.Latin1))
        {
            number++;
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0 || !int.TryParse(line[..space], out var thread))
                continue;
            var text = line[space..].TrimStart();
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[thread] = (number, text[..^"<unfinished ...>".Length]);
                continue;
            }

            var begin = number;
            if (Resumed().Match(text) is { Success: true } resumed && begun.Remove(thread, out var first))
                (begin, text) = (first.Line, first.Text + text[resumed.Length..]);
            if (Parse(text, thread, begin, number, database) is { } call)
                calls.Add(call);
        }

        return calls;
    }

    private static SystemCall? Parse(string text, int thread, int begin, int end, string database)
    {
        if (Deleted().Match(text) is { Success: true } deleted)
            return deleted.Groups["file"].Value.StartsWith(database, StringComparison.Ordinal) ? new(CallKind.Delete, thread, deleted.Groups["file"].Value, begin, end) : null;
        var match = Shape().Match(text);
        if (!match.Success || match.Groups["result"].Value.StartsWith('-'))
            return null;
        var (name, file, rest) = (match.Groups["name"].Value, match.Groups["file"].Value, match.Groups["rest"].Value);
        if (name == "openat")
            return Opened().Match(text) is { Success: true } opened && opened.Groups["file"].Value is var path && path.StartsWith(database, StringComparison.Ordinal) ? new(CallKind.Create, thread, path, begin, end) : null;
        if (name is "recvfrom" or "recvmsg" or "sendto" or "sendmsg")
            return new(name[0] == 'r' ? CallKind.Receive : CallKind.Send, thread, match.Groups["fd"].Value, begin, end) { Data = Bytes(rest) };
        if (!file.StartsWith(database, StringComparison.Ordinal) && file != Path.GetDirectoryName(database))
            return null;
        return name switch
        {
            "pwrite64" => new(CallKind.Write, thread, file, begin, end) { Data = Bytes(rest), Offset = long.Parse(Last().Match(rest.TrimEnd()).Value, CultureInfo.InvariantCulture) },
            "ftruncate" => new(CallKind.Truncate, thread, file, begin, end) { Offset = long.Parse(Last().Match(rest.TrimEnd()).Value, CultureInfo.InvariantCulture) },
            "fsync" or "fdatasync" => new(CallKind.Sync, thread, file, begin, end),
            "write" or "pwritev" => throw new NotSupportedException($"The database is written with {name}: the trace does not know where to."),
            _ => null,
        };
    }

    /// <summary>The first string of the arguments, as strace has escaped it.</summary>
    private static byte[] Bytes(string arguments)
    {
        var from = arguments.IndexOf('"', StringComparison.Ordinal) + 1;
        if (from == 0)
            return [];
        var bytes = new List<byte>(4096);
        for (var i = from; i < arguments.Length && arguments[i] != '"'; i++)
        {
            if (arguments[i] != '\\')
            {
                bytes.Add((byte)arguments[i]);
                continue;
            }

            i++;
            if (arguments[i] is < '0' or > '7')
            {
                bytes.Add(arguments[i] switch { 'n' => 10, 't' => 9, 'v' => 11, 'f' => 12, 'r' => 13, _ => (byte)arguments[i] });
                continue;
            }

            var value = 0;
            for (var digits = 0; digits < 3 && arguments[i] is >= '0' and <= '7'; digits++, i++)
                value = value * 8 + arguments[i] - '0';
            i--;
            bytes.Add((byte)value);
        }

        return [.. bytes];
    }

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"^(?<name>\w+)\((?<fd>\d+|AT_FDCWD)(<(?<file>[^>]*)>)?(?<rest>.*)\)\s+= (?<result>-?\d+)", RegexOptions.Singleline)]
    private static partial Regex Shape();

    [GeneratedRegex(@"O_CREAT.*= \d+<(?<file>[^>]+)>$")]
    private static partial Regex Opened();

    [GeneratedRegex(@"^unlink\(""(?<file>[^""]+)""\)\s+= 0")]
    private static partial Regex Deleted();

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Last();
}
