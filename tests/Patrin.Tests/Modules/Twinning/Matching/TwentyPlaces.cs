using Patrin.Modules.Twinning.Matching;

namespace Patrin.Tests.Modules.Twinning.Matching;

/// <summary>The twenty places of the twinning programme as codes: a realistic round without any text.</summary>
internal static class TwentyPlaces
{
    public static IReadOnlyList<PlaceProfile> All { get; } =
    [
        Place("aitos", "BG", 26_008, "o", "EDU-04 EDU-01 EMP-01 EDU-02 FAM-01 HLT-01", "INT-09 INT-08 INT-10", "INT-01"),
        Place("anderlecht", "BE", 118_412, "d RO BG", "EDU-00 SOC-02 HLT-01 EMP-03 EMP-04 EQU-03 EQU-05 CIV-05 CIV-07", "INT-34 INT-33", "INT-33 INT-29 INT-31"),
        Place("berlin", "DE", 3_400_000, "d BG RO", "SOC-01 HLT-01 EDU-01 EMP-02 EQU-01 CIV-05", "", "INT-33 INT-06"),
        Place("bistrita", "RO", 328_000, "o", "EDU-01 EDU-03 HLT-01 EMP-01 HOU-01 HOU-02 PAR-04 PAR-02", "INT-33 INT-02 INT-32", "INT-33"),
        Place("blere", "FR", 5_300, "d", "EDU-00 CIV-08 EMP-00 SOC-02 EQU-01 EQU-02", "INT-31 INT-04", "INT-28 INT-04"),
        Place("bologna", "IT", 384_202, "d", "HOU-01 HOU-05 EDU-01 EMP-01 EQU-01 EQU-02 CIV-05", "INT-20", "INT-20 INT-33"),
        Place("cluj", "RO", 691_106, "o", "EDU-01 EMP-01 HOU-01 CIV-01 CIV-02 SOC-02 HLT-02 HLT-04 HOU-02", "INT-33 INT-25 INT-22", ""),
        Place("gothenburg", "SE", 46_000, "d", "HOU-01 EDU-01 HLT-01 SOC-02 EMP-01 EQU-01 PAR-01", "INT-28 INT-08 INT-15 INT-19 INT-01", "INT-33 INT-32"),
        Place("hamm", "DE", 180_000, "d BG RO", "EDU-01 EMP-01 HOU-03 SOC-06 CIV-05 CIV-07", "INT-34", "INT-07 INT-15 INT-19 INT-01"),
        Place("harghita", "RO", 332_432, "o", "HLT-01 EDU-01 EMP-01 CIV-01 CIV-03 EMP-02 PAR-05 PAR-04", "INT-33", "INT-25 INT-14"),
        Place("karvina", "CZ", 62_000, "", "HOU-01 HOU-03 FAM-06 EMP-01 SOC-01 EMP-07 EDU-01 SOC-03 SOC-04 HLT-06 EQU-04", "INT-36 INT-19 INT-08", ""),
        Place("kisvarda", "HU", 17_421, "", "HOU-03 HOU-01 HOU-02 EDU-01 EMP-01 EQU-05 FAM-08 EQU-06", "INT-31 INT-30", "INT-23 INT-19 INT-22 INT-02 INT-05"),
        Place("kosice", "SK", 5_300, "", "EMP-06 SOC-01 EDU-01 EMP-01 HOU-01 HLT-01 EMP-07 PAR-01", "INT-32 INT-31", "INT-05 INT-15"),
        Place("nagykallo", "HU", 10_000, "", "HOU-03 HOU-00 EMP-01 EDU-01 EMP-05 EQU-05", "INT-31", "INT-23"),
        Place("presov", "SK", 92_000, "", "EDU-01 EMP-01 SOC-03 SOC-01 EQU-01 HOU-03 HOU-08 HOU-07 PAR-01", "INT-30 INT-08 INT-15 INT-19 INT-32", "INT-33"),
        Place("samokov", "BG", 36_266, "o", "EDU-01 EMP-01 FAM-01 FAM-02 HOU-04 HOU-01 SOC-05 HOU-03 PAR-03", "INT-08 INT-01 INT-35", ""),
        Place("strasbourg", "FR", null, "d", "HOU-00 EMP-00 SOC-00 CIV-05 EMP-02 PAR-03 PAR-01", "INT-32 INT-14", "INT-05 INT-33"),
        Place("torrent", "ES", 85_000, "", "EDU-01 EDU-03 EDU-08 HOU-03 EMP-00 PAR-06 EQU-05 EQU-01", "INT-31 INT-30 INT-13", ""),
        Place("trikala", "GR", 80_052, "", "HOU-00 SOC-01 EDU-00 HLT-01 EMP-00 PAR-06", "INT-33", "INT-05 INT-15"),
        Place("tundzha", "BG", 24_155, "o", "SOC-05 HOU-00 HLT-04 EDU-01 EMP-01 EDU-07 SOC-01", "INT-12 INT-01 INT-15", "INT-33")
    ];

    // movement: "o" place of origin, "d" place of arrival, then countries it names.
    private static PlaceProfile Place(string key, string country, long? population, string movement, string challenges, string needs, string offers) =>
        new(key, key, country)
        {
            Population = population,
            IsOrigin = movement.StartsWith('o'),
            IsDestination = movement.StartsWith('d'),
            Links = [.. Words(movement).Skip(1).Select(c => new OriginLink(c, []))],
            Challenges = Codes(challenges),
            Needs = Codes(needs),
            Offers = Codes(offers)
        };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static CodedFact[] Codes(string text) => [.. Words(text).Select(c => new CodedFact(c, []))];
}
