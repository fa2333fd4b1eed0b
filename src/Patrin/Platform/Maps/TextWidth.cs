namespace Patrin.Platform.Maps;

/// <summary>How wide a text is about to be in the 13 pixel sans of the style sheet. Rather too wide: fonts differ.</summary>
internal static class TextWidth
{
    private const double Size = 13;

    public static double Of(string text, bool bold)
    {
        var em = 0d;
        foreach (var c in text) em += Em(c);
        return em * Size * (bold ? 1.08 : 1);
    }

    private static double Em(char c) => c switch
    {
        'i' or 'j' or 'l' or 'í' or 'ì' or 'î' or 'ï' or 'ı' or 'ĺ' or 'ľ' or 'ι' or 'ί' or 'і' or 'ї' => 0.29,
        'I' or 'Í' or 'Î' or '.' or ',' or '\'' or '’' or ' ' or '|' => 0.34,
        'f' or 't' or 'r' or 'ť' or 'ț' or 'ř' or 'ŕ' or '-' or '(' or ')' => 0.41,
        'm' or 'w' or 'M' or 'W' or 'ж' or 'ш' or 'щ' or 'ю' or 'Ж' or 'Ш' or 'Щ' or 'Ю' or 'м' or 'М' or 'ω' or 'Ω' => 0.93,
        _ when char.IsUpper(c) => 0.71,
        _ => 0.6,
    };
}
