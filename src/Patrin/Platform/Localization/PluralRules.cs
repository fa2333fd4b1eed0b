namespace Patrin.Platform.Localization;

/// <summary>Which plural form a whole number takes, by language: the families of Unicode CLDR for the languages of domain.md 9.1.</summary>
public static class PluralRules
{
    /// <summary>Number of forms a language's catalogue must give.</summary>
    public static int Forms(string language) => Family(language) switch
    {
        PluralFamily.Slavic or PluralFamily.WestSlavic or PluralFamily.Romanian => 3,
        _ => 2,
    };

    /// <summary>Index of the form for <paramref name="n"/>.</summary>
    public static int Form(string language, long n)
    {
        n = Math.Abs(n);
        return Family(language) switch
        {
            PluralFamily.ZeroAndOne => n <= 1 ? 0 : 1,
            PluralFamily.Romanian => n == 1 ? 0 : n == 0 || n % 100 is > 0 and < 20 ? 1 : 2,
            PluralFamily.WestSlavic => n == 1 ? 0 : n is >= 2 and <= 4 ? 1 : 2,
            PluralFamily.Slavic => n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 is >= 2 and <= 4 && n % 100 is < 12 or > 14 ? 1 : 2,
            _ => n == 1 ? 0 : 1,
        };
    }

    private static PluralFamily Family(string language) => language.Split('-')[0] switch
    {
        "fr" or "pt" => PluralFamily.ZeroAndOne,
        "ro" => PluralFamily.Romanian,
        "cs" or "sk" => PluralFamily.WestSlavic,
        "uk" or "sr" or "hr" => PluralFamily.Slavic,
        _ => PluralFamily.One,
    };

    private enum PluralFamily
    {
        One,
        ZeroAndOne,
        Romanian,
        WestSlavic,
        Slavic,
    }
}
