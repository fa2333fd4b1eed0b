namespace Patrin.Platform.Errors;

/// <summary>
/// A rule of the domain refused what a person asked for. Each door shows it in its own way:
/// beside the field on a page, as a 400 problem in the API, as one line and exit code 1 on the command line.
/// </summary>
/// <param name="field">Name of the form field concerned, or empty.</param>
/// <param name="message">English sentence that says what to do: the key of the localised text.</param>
/// <param name="arguments">Values for the placeholders of the message.</param>
public sealed class RuleBroken(string field, string message, params object[] arguments) : Exception(message)
{
    public string Field { get; } = field;

    public IReadOnlyList<object> Arguments { get; } = arguments;
}
