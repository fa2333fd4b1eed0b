using Patrin.Modules.Documents.Reading;

namespace Patrin.Tests.Support;

/// <summary>
/// The twenty places of "For Roma, with Roma" with the facts of domain.md appendices A to C, as short documents of our own.
/// </summary>
public static class TwentyPlaces
{
    public static async Task LoadAsync(Site site)
    {
        foreach (var place in All)
            await TestData.PlaceAsync(site, place.Place, place.Text, place.Claims);
    }

    public static IReadOnlyList<Sheet> All { get; } =
    [
        new(new("bg-aytos", "Aitos", "BG", "MUNICIPALITY"),
            challenges: "EDU-04 EDU-01 EMP-01 EDU-02 FAM-01 HLT-01 PAR-07",
            offers: "INT-01", wishes: "INT-09 INT-08 INT-10",
            [
                new(ClaimKind.Population, "26,008 inhabitants") { Value = 26008m },
                new(ClaimKind.RomaPopulation, "3,000 of them are thought to be Roma") { Low = 3000m, High = 3000m, Method = "UNATTRIBUTED" },
            ]),
        new(new("be-anderlecht", "Anderlecht", "BE", "MUNICIPALITY"),
            challenges: "EDU-00 SOC-02 HLT-01 EMP-03 EMP-04 EQU-03 EQU-05 PAR-07 PAR-06 CIV-07 CIV-05",
            offers: "INT-33 INT-29 INT-31", wishes: "INT-34 INT-33",
            [
                new(ClaimKind.Population, "118,412 inhabitants") { Value = 118412m },
                new(ClaimKind.RomaPopulation, "more than 10,000 Roma in the Brussels Capital Region") { Low = 10000m, Method = "UNATTRIBUTED", Scope = ClaimScope.WiderArea, ScopeName = "Brussels Capital Region" },
            ]),
        new(new("de-berlin", "Berlin", "DE", "CITY_STATE"),
            challenges: "SOC-01 HLT-01 EDU-01 EMP-02 EQU-01 CIV-05 HOU-00 SOC-00 PAR-07",
            offers: "INT-33 INT-06", wishes: "",
            [
                new(ClaimKind.Population, "3.4 million inhabitants") { Value = 3400000m },
                new(ClaimKind.RomaPopulation, "21,393 Bulgarian citizens") { Low = 21393m, High = 21393m, Method = "PROXY_NATIONALITY", Scope = ClaimScope.Group, ScopeName = "Bulgarian citizens", Year = 2014 },
                new(ClaimKind.RomaPopulation, "13,695 Romanian citizens") { Low = 13695m, High = 13695m, Method = "PROXY_NATIONALITY", Scope = ClaimScope.Group, ScopeName = "Romanian citizens", Year = 2014 },
            ]),
        new(new("ro-bistrita-nasaud", "Bistrița-Năsăud", "RO", "COUNTY"),
            challenges: "EDU-01 EDU-03 HLT-01 EMP-01 HOU-01 HOU-02 PAR-04 PAR-02",
            offers: "INT-33", wishes: "INT-33 INT-02 INT-32",
            [
                new(ClaimKind.Population, "328,000 inhabitants") { Value = 328000m },
                new(ClaimKind.RomaPopulation, "11,937 people declared themselves as Roma") { Low = 11937m, High = 11937m, Method = "SELF_CENSUS" },
            ]),
        new(new("fr-blere", "Bléré", "FR", "MUNICIPALITY"),
            challenges: "EDU-00 CIV-08 EMP-00 SOC-02 EQU-01 EQU-02 EMP-03 CIV-05",
            offers: "INT-28 INT-04", wishes: "INT-31 INT-04",
            [
                new(ClaimKind.Population, "5,300 inhabitants") { Value = 5300m },
            ]),
        new(new("it-bologna", "Bologna", "IT", "MUNICIPALITY"),
            challenges: "HOU-01 HOU-05 EDU-01 EMP-01 EQU-01 EQU-02 CIV-05",
            offers: "INT-20 INT-33", wishes: "INT-20",
            [
                new(ClaimKind.Population, "384,202 inhabitants") { Value = 384202m },
                new(ClaimKind.RomaPopulation, "about 250 people in three settlements") { Low = 250m, High = 250m, Method = "SETTLEMENT_COUNT", About = true, Scope = ClaimScope.PartOfPlace, ScopeName = "three settlements" },
            ]),
        new(new("ro-cluj", "Cluj", "RO", "COUNTY"),
            challenges: "EDU-01 EMP-01 HOU-01 CIV-01 CIV-02 SOC-02 HLT-02 HLT-04 HOU-02 PAR-04",
            offers: "", wishes: "INT-33 INT-25 INT-22",
            [
                new(ClaimKind.Population, "691,106 inhabitants") { Value = 691106m },
                new(ClaimKind.RomaPopulation, "22,525 people declare themselves as Roma") { Low = 22525m, High = 22525m, Method = "SELF_CENSUS" },
            ]),
        new(new("se-east-gothenburg", "East Gothenburg", "SE", "CITY_DISTRICT"),
            challenges: "HOU-01 EDU-01 HLT-01 SOC-02 EMP-01 EQU-01 PAR-01",
            offers: "INT-33 INT-32", wishes: "INT-28 INT-08 INT-15 INT-19 INT-01",
            [
                new(ClaimKind.Population, "46,000 inhabitants") { Value = 46000m },
                new(ClaimKind.RomaPopulation, "5,000 to 7,000 Roma in the whole of Gothenburg") { Low = 5000m, High = 7000m, Method = "UNATTRIBUTED", Scope = ClaimScope.WiderArea, ScopeName = "Gothenburg" },
            ]),
        new(new("de-hamm", "Hamm", "DE", "MUNICIPALITY"),
            challenges: "EDU-01 EMP-01 HOU-03 HLT-00 HOU-00 SOC-06 CIV-05 CIV-07",
            offers: "INT-07 INT-15 INT-19 INT-01", wishes: "INT-34",
            [
                new(ClaimKind.Population, "about 180,000 inhabitants") { Value = 180000m, About = true },
                new(ClaimKind.RomaPopulation, "more than 2,500 migrants from south-east Europe") { Low = 2500m, Method = "PROXY_NATIONALITY", Scope = ClaimScope.Group, ScopeName = "migrants from south-east Europe" },
            ]),
        new(new("ro-harghita", "Harghita", "RO", "COUNTY"),
            challenges: "HOU-00 SOC-01 HLT-01 EDU-01 EMP-01 CIV-01 CIV-03 EMP-02 PAR-05 PAR-04 PAR-07",
            offers: "INT-25 INT-14", wishes: "INT-33",
            [
                new(ClaimKind.Population, "332,432 inhabitants") { Value = 332432m },
                new(ClaimKind.RomaPopulation, "5,326 Roma in the census of 2011") { Low = 5326m, High = 5326m, Method = "SELF_CENSUS", Year = 2011 },
            ]),
        new(new("cz-karvina", "Karviná", "CZ", "MUNICIPALITY"),
            challenges: "HOU-01 SOC-00 HOU-03 FAM-06 EMP-01 SOC-01 EMP-07 EDU-01 SOC-03 SOC-04 HLT-06 EQU-04",
            offers: "", wishes: "INT-36 INT-19 INT-08",
            [
                new(ClaimKind.Population, "62,000 inhabitants") { Value = 62000m },
                new(ClaimKind.RomaPopulation, "an estimated 2,500-3,000 Roma") { Low = 2500m, High = 3000m, Method = "UNATTRIBUTED" },
            ]),
        new(new("hu-kisvarda", "Kisvárda", "HU", "MUNICIPALITY"),
            challenges: "HOU-03 HOU-01 HOU-02 EDU-01 EMP-01 EQU-05 FAM-08 EQU-06 EQU-02",
            offers: "INT-23 INT-19 INT-22 INT-02 INT-05", wishes: "INT-31 INT-30",
            [
                new(ClaimKind.Population, "17,421 inhabitants") { Value = 17421m },
                new(ClaimKind.RomaPopulation, "approximately 1,500 Roma") { Low = 1500m, High = 1500m, Method = "UNATTRIBUTED", About = true },
            ]),
        new(new("sk-kosice-saca", "Košice-Šaca", "SK", "CITY_DISTRICT"),
            challenges: "EMP-06 SOC-01 EDU-01 EMP-01 HOU-01 HLT-01 EMP-07 PAR-01",
            offers: "INT-05 INT-15", wishes: "INT-32 INT-31",
            [
                new(ClaimKind.Population, "about 5,300 inhabitants") { Value = 5300m, About = true },
                new(ClaimKind.RomaPopulation, "1,200 residents are Roma") { Low = 1200m, High = 1200m, Method = "UNATTRIBUTED" },
            ]),
        new(new("hu-nagykallo", "Nagykálló", "HU", "MUNICIPALITY"),
            challenges: "HOU-03 HOU-00 EMP-01 EDU-01 EMP-05 EQU-05",
            offers: "INT-23", wishes: "INT-31",
            [
                new(ClaimKind.Population, "slightly more than 10,000 inhabitants") { Low = 10000m },
                new(ClaimKind.RomaPopulation, "between 1,300 and 1,500 are Roma") { Low = 1300m, High = 1500m, Method = "UNATTRIBUTED" },
            ]),
        new(new("sk-presov", "Prešov", "SK", "MUNICIPALITY"),
            challenges: "EDU-01 EMP-01 SOC-03 SOC-01 EQU-01 EQU-02 HOU-03 HOU-08 HOU-07 PAR-01",
            offers: "INT-33", wishes: "INT-30 INT-08 INT-15 INT-19 INT-32",
            [
                new(ClaimKind.Population, "92,000 inhabitants") { Value = 92000m },
                new(ClaimKind.RomaPopulation, "approximately 3,900 Roma") { Low = 3900m, High = 3900m, Method = "UNATTRIBUTED", About = true },
            ]),
        new(new("bg-samokov", "Samokov", "BG", "MUNICIPALITY"),
            challenges: "EDU-01 EMP-01 FAM-01 FAM-02 HOU-04 HOU-01 SOC-05 HOU-03 HLT-00 PAR-03 PAR-07",
            offers: "", wishes: "INT-08 INT-01 INT-35",
            [
                new(ClaimKind.Population, "36,266 inhabitants") { Value = 36266m },
                new(ClaimKind.RomaPopulation, "5,153 self-identified Roma") { Low = 5153m, High = 5153m, Method = "SELF_CENSUS" },
                new(ClaimKind.RomaPopulation, "between 6,500 and 7,000, say local NGOs") { Low = 6500m, High = 7000m, Method = "NGO_ESTIMATE" },
            ]),
        new(new("fr-strasbourg", "Strasbourg", "FR", "MUNICIPALITY"),
            challenges: "HOU-00 EMP-00 SOC-00 CIV-05 EMP-02 PAR-03 PAR-01",
            offers: "INT-05 INT-33", wishes: "INT-32 INT-14",
            [
            ]),
        new(new("es-torrent", "Torrent", "ES", "MUNICIPALITY"),
            challenges: "EDU-01 EDU-03 EDU-08 HOU-03 SOC-00 EMP-00 PAR-06 EQU-05 EQU-01",
            offers: "", wishes: "INT-31 INT-30 INT-13",
            [
                new(ClaimKind.Population, "85,000 inhabitants") { Value = 85000m },
                new(ClaimKind.RomaPopulation, "an estimated 5,000 Roma") { Low = 5000m, High = 5000m, Method = "UNATTRIBUTED", About = true },
            ]),
        new(new("gr-trikala", "Trikala", "GR", "MUNICIPALITY"),
            challenges: "HOU-00 SOC-01 EDU-00 HLT-01 EMP-00 SOC-00 PAR-06",
            offers: "INT-05 INT-15", wishes: "",
            [
                new(ClaimKind.Population, "80,052 inhabitants") { Value = 80052m },
                new(ClaimKind.RomaPopulation, "1,588 Roma") { Low = 1588m, High = 1588m, Method = "NOT_STATED" },
            ]),
        new(new("bg-tundzha", "Tundzha", "BG", "MUNICIPALITY"),
            challenges: "SOC-05 HOU-00 HLT-04 EDU-01 EMP-01 EDU-07 SOC-01 FAM-00",
            offers: "", wishes: "INT-12 INT-01 INT-15",
            [
                new(ClaimKind.Population, "24,155 inhabitants") { Value = 24155m },
                new(ClaimKind.RomaShare, "25 % of them are Roma") { Value = 25m, Method = "UNATTRIBUTED" },
            ]),
    ];

    /// <summary>One place: a sentence for every fact, so that each claim has a passage of its own.</summary>
    public sealed class Sheet(TestPlace place, string challenges, string offers, string wishes, TestClaim[] figures)
    {
        public TestPlace Place { get; } = place;

        public TestClaim[] Claims { get; } =
        [
            .. figures,
            .. Coded(ClaimKind.Challenge, challenges, "People there face"),
            .. Coded(ClaimKind.Measure, offers, "The town hall runs"),
            .. Coded(ClaimKind.Wish, wishes, "It wants to learn about"),
        ];

        public string Text => $"{Place.Name}.\n" + string.Join('\n', Claims.Select(c => c.Kind switch
        {
            ClaimKind.Challenge or ClaimKind.Measure or ClaimKind.Wish => c.Quote + ".",
            _ => $"The sheet of {Place.Name} says: {c.Quote}.",
        }));

        private static IEnumerable<TestClaim> Coded(ClaimKind kind, string codes, string start) =>
            codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => new TestClaim(kind, $"{start} {Spelt(code)}") { Codes = [code] });

        /// <summary>A code without digits: the sentence must not look like one with a count.</summary>
        private static string Spelt(string code) => string.Concat(code.Select(c => char.IsDigit(c) ? "zotifshen"[(c - '0') % 9] : c));
    }
}
