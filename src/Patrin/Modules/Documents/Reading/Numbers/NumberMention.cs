namespace Patrin.Modules.Documents.Reading.Numbers;

/// <summary>A number in the text with the words that qualify it.</summary>
/// <param name="Start">First folded character, qualifying words included ("more than 2,500").</param>
/// <param name="End">After the last one, magnitude and percent sign included.</param>
/// <param name="DigitsStart">First character of the number itself.</param>
/// <param name="Value">The quantity; percentages as 0..100.</param>
/// <param name="IsPercent">A percentage, also from words ("half").</param>
/// <param name="IsPlain">Bare digits without separator, sign or qualifier: could be a year.</param>
/// <param name="FromWords">Written as a word.</param>
internal sealed record NumberMention(int Start, int End, int DigitsStart, Quantity Value, bool IsPercent, bool IsPlain, bool FromWords)
{
    public bool LooksLikeYear => IsPlain && Value.Low is >= 1900 and <= 2099 && Value.High is >= 1900 and <= 2099 && decimal.IsInteger(Value.Low.Value);
}
