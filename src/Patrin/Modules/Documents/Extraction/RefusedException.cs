using System.Globalization;

namespace Patrin.Modules.Documents.Extraction;

/// <summary>Carries a refusal from deep inside a parser to the one place that turns it into a result.</summary>
internal sealed class RefusedException : Exception
{
    private RefusedException(string reason, Dictionary<string, string> arguments) : base(reason)
    {
        Reason = reason;
        Arguments = arguments;
    }

    public string Reason { get; }

    public IReadOnlyDictionary<string, string> Arguments { get; }

    public static RefusedException Because(string reason) => new(reason, []);

    public static RefusedException Because(string reason, string name, string value) =>
        new(reason, new() { [name] = value });

    public static RefusedException Because(string reason, string name, long value) =>
        Because(reason, name, value.ToString(CultureInfo.InvariantCulture));

    public static RefusedException TwoFormats(string first, string second) =>
        new(RefusalCodes.TwoFormats, new() { ["first"] = first, ["second"] = second });
}
