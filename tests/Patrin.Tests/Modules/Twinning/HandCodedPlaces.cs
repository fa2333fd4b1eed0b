using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Patrin.Modules.Twinning;

namespace Patrin.Tests.Modules.Twinning;

/// <summary>
/// Twenty profiles coded by hand from the public descriptions of the places, for tests that need a realistic round.
/// Key, name, country, point, residents, languages, challenges, wishes, what runs, countries named as origin.
/// </summary>
internal static class HandCodedPlaces
{
    private static readonly string[] Lines =
    [
        "bg-aytos|Aytos|BG|42.70|27.25|26008|bg|EDU-04 EDU-01 EMP-01 EDU-02 FAM-01 HLT-01 PAR-07|INT-09 INT-08 INT-10|INT-01|",
        "be-anderlecht|Anderlecht|BE|50.84|4.31|118412|fr nl|EDU-00 SOC-02 HLT-01 EMP-03 EMP-04 EQU-03 EQU-05 PAR-07 PAR-06 CIV-07 CIV-05|INT-34 INT-33|INT-33 INT-29 INT-31|BG RO",
        "de-berlin|Berlin|DE|52.52|13.41|3400000|de|SOC-01 HLT-01 EDU-01 EMP-02 EQU-01 CIV-05 HOU-00 SOC-00 PAR-07||INT-33 INT-06|BG RO",
        "ro-bistrita-nasaud|Bistrița-Năsăud County|RO|47.13|24.50|328000|ro|EDU-01 EDU-03 HLT-01 EMP-01 HOU-01 HOU-02 PAR-04 PAR-02|INT-33 INT-02 INT-32|INT-33|",
        "fr-blere|Bléré|FR|47.33|0.99|5300|fr|EDU-00 CIV-08 EMP-00 SOC-02 EQU-01 EQU-02 EMP-03 CIV-05|INT-31 INT-04|INT-28 INT-04|",
        "it-bologna|Bologna|IT|44.49|11.34|384202|it|HOU-01 HOU-05 EDU-01 EMP-01 EQU-01 EQU-02 CIV-05|INT-20|INT-20 INT-33|",
        "ro-cluj|Cluj County|RO|46.77|23.60|691106|ro|EDU-01 EMP-01 HOU-01 CIV-01 CIV-02 SOC-02 HLT-02 HLT-04 HOU-02 PAR-04|INT-33 INT-25 INT-22||",
        "se-east-gothenburg|East Gothenburg|SE|57.75|12.03|46000|sv|HOU-01 EDU-01 HLT-01 SOC-02 EMP-01 EQU-01 PAR-01|INT-28 INT-08 INT-15 INT-19 INT-01|INT-33 INT-32|",
        "de-hamm|Hamm|DE|51.68|7.82|180000|de|EDU-01 EMP-01 HOU-03 HLT-00 HOU-00 SOC-06 CIV-05 CIV-07|INT-34|INT-07 INT-15 INT-19 INT-01|",
        "ro-harghita|Harghita County|RO|46.35|25.80|332432|ro hu|HOU-00 SOC-01 HLT-01 EDU-01 EMP-01 CIV-01 CIV-03 EMP-02 PAR-05 PAR-04 PAR-07|INT-33|INT-25 INT-14|",
        "cz-karvina|Karviná|CZ|49.85|18.54|62000|cs|HOU-01 SOC-00 HOU-03 FAM-06 EMP-01 SOC-01 EMP-07 EDU-01 SOC-03 SOC-04 HLT-06 EQU-04|INT-36 INT-19 INT-08||",
        "hu-kisvarda|Kisvárda|HU|48.22|22.08|17421|hu|HOU-03 HOU-01 HOU-02 EDU-01 EMP-01 EQU-05 FAM-08 EQU-06 EQU-02|INT-31 INT-30|INT-23 INT-19 INT-22 INT-02 INT-05|",
        "sk-kosice-saca|Košice-Šaca|SK|48.63|21.17|5300|sk|EMP-06 SOC-01 EDU-01 EMP-01 HOU-01 HLT-01 EMP-07 PAR-01|INT-32 INT-31|INT-05 INT-15|",
        "hu-nagykallo|Nagykálló|HU|47.87|21.84||hu|HOU-03 HOU-00 EMP-01 EDU-01 EMP-05 EQU-05|INT-31|INT-23|",
        "sk-presov|Prešov|SK|49.00|21.24|92000|sk|EDU-01 EMP-01 SOC-03 SOC-01 EQU-01 EQU-02 HOU-03 HOU-08 HOU-07 PAR-01|INT-30 INT-08 INT-15 INT-19 INT-32|INT-33|",
        "bg-samokov|Samokov|BG|42.34|23.56|36266|bg|EDU-01 EMP-01 FAM-01 FAM-02 HOU-04 HOU-01 SOC-05 HOU-03 HLT-00 PAR-03 PAR-07|INT-08 INT-01 INT-35||",
        "fr-strasbourg|Strasbourg|FR|48.58|7.75||fr|HOU-00 EMP-00 SOC-00 CIV-05 EMP-02 PAR-03 PAR-01|INT-32 INT-14|INT-05 INT-33|",
        "es-torrent|Torrent|ES|39.44|-0.47|85000|es|EDU-01 EDU-03 EDU-08 HOU-03 SOC-00 EMP-00 PAR-06 EQU-05 EQU-01|INT-31 INT-30 INT-13||",
        "gr-trikala|Trikala|GR|39.55|21.77|80052|el|HOU-00 SOC-01 EDU-00 HLT-01 EMP-00 SOC-00 PAR-06|INT-15|INT-05 INT-15|",
        "bg-tundzha|Tundzha|BG|42.32|26.48|24155|bg|SOC-05 HOU-00 HLT-04 EDU-01 EMP-01 EDU-07 SOC-01 FAM-00|INT-12 INT-01 INT-15||",
    ];

    public static IReadOnlyList<ProfileSnapshot> All { get; } = [.. Lines.Select(Read).OrderBy(place => place.Key, StringComparer.Ordinal)];

    public static RoundRules Rules { get; } = new() { Weights = new(ScoreParts.Published.ToDictionary(), StringComparer.Ordinal) };

    public static RoundInputs Inputs { get; } = new(Rules, All);

    private static ProfileSnapshot Read(string line)
    {
        var cells = line.Split('|');
        var key = cells[0];
        return new ProfileSnapshot
        {
            Key = key,
            Slug = key[3..],
            Name = cells[1],
            Country = cells[2],
            Type = "MUNICIPALITY",
            Latitude = double.Parse(cells[3], CultureInfo.InvariantCulture),
            Longitude = double.Parse(cells[4], CultureInfo.InvariantCulture),
            Residents = cells[5].Length > 0 ? long.Parse(cells[5], CultureInfo.InvariantCulture) : null,
            Languages = cells[6].Split(' '),
            Challenges = Codes(key, "challenge", cells[7]),
            Needs = Codes(key, "need", cells[8]),
            Offers = Codes(key, "offer", cells[9]),
            IsDestination = cells[7].Contains("CIV-05", StringComparison.Ordinal),
            Links = Codes(key, "link", cells[10]),
        };
    }

    private static List<StatedCode> Codes(string key, string kind, string codes) => [.. codes
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
        .Select(code => new StatedCode(code, [Claim(key + kind + code)]))];

    /// <summary>A claim id made from what it says, so that every run of a test has the same ones.</summary>
    public static Guid Claim(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);
}
