using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Numbers;

/// <summary>Digits with thousands separators of every kind and a decimal point or comma.</summary>
internal sealed class DigitReader(FoldedText text, char decimalSign)
{
    private const int MostDigits = 18;

    /// <summary>Reads at a digit. <paramref name="isFollowedByUnit"/> tells whether a magnitude or percent sign stands at a position: then "3.400" is a decimal.</summary>
    public (decimal Value, int End, bool IsPlain) Read(int start, int end, Func<int, bool> isFollowedByUnit)
    {
        var at = start;
        var value = Digits(ref at, end, out var count);
        var separator = '\0';
        while (count <= 3 && GroupAt(at, end, separator, out var sign))
        {
            var next = sign == ' ' ? at : at + 1;
            if (separator == '\0' && sign is '.' or ',' && IsDecimal(next, end, sign, value, isFollowedByUnit)) break;
            separator = sign;
            at = next;
            value = value * 1000 + Digits(ref at, Math.Min(end, at + 3), out _);
        }
        var isPlain = separator == '\0' && count == 4;
        if (DecimalsAt(at, end, separator) is var decimals and > 0)
        {
            isPlain = false;
            at++;
            var scale = 1m;
            var fraction = Digits(ref at, at + decimals, out _);
            for (var i = 0; i < Math.Min(decimals, MostDigits); i++) scale *= 10;
            value += fraction / scale;
        }
        return (value, at, isPlain);
    }

    private decimal Digits(ref int at, int end, out int count)
    {
        var value = 0m;
        count = 0;
        for (; at < end && Characters.IsDigit(text.Chars[at]) && (count == 0 || !text.Has(at, Gap.White)); at++, count++)
            if (count < MostDigits)
                value = value * 10 + (text.Chars[at] - '0');
        return value;
    }

    // Exactly three digits after a separator; white space counts when nothing else separates.
    private bool GroupAt(int at, int end, char separator, out char sign)
    {
        sign = '\0';
        if (at >= end) return false;
        var first = at;
        if (Characters.IsDigit(text.Chars[at]))
        {
            if (!text.Has(at, Gap.Space) || text.Has(at, Gap.Line)) return false;
            sign = ' ';
        }
        else if (text.Chars[at] is ',' or '.' or '\'' && !text.Has(at, Gap.White))
        {
            sign = text.Chars[at];
            first++;
            if (first >= end || text.Has(first, Gap.White)) return false;
        }
        if (sign == '\0' || (separator != '\0' && separator != sign)) return false;
        return DigitsFrom(first, end) == 3;
    }

    private bool IsDecimal(int next, int end, char sign, decimal whole, Func<int, bool> isFollowedByUnit)
    {
        var after = next + 3;
        if (after < end && GroupAt(after, end, sign, out _)) return false;
        if (whole == 0) return true;
        return sign == decimalSign && isFollowedByUnit(after);
    }

    private int DecimalsAt(int at, int end, char separator)
    {
        if (at + 1 >= end || text.Chars[at] is not (',' or '.') || text.Chars[at] == separator) return 0;
        if (text.Has(at, Gap.White) || text.Has(at + 1, Gap.White)) return 0;
        var digits = DigitsFrom(at + 1, end);
        // "12.05.2014" and "1.2.3" are dates and versions.
        var after = at + 1 + digits;
        if (digits > 0 && after + 1 < end && text.Chars[after] == '.' && Characters.IsDigit(text.Chars[after + 1]) && !text.Has(after + 1, Gap.White)) return 0;
        return digits;
    }

    private int DigitsFrom(int at, int end)
    {
        var n = 0;
        while (at + n < end && Characters.IsDigit(text.Chars[at + n]) && (n == 0 || !text.Has(at + n, Gap.White))) n++;
        return n;
    }
}
