using CsCheck;
using Patrin.Modules.Practices.Index;

namespace Patrin.Tests.Modules.Practices;

public sealed class FacetIndexTests
{
    private static readonly string[] Facets = ["area", "level", "country"];

    private static readonly Gen<IndexEntry> AnyEntry = Gen.Select(Gen.Guid, Gen.String[Gen.Char['a', 'd'], 0, 3], Gen.Int[0, 5], Gen.Int[0, 9], Gen.Int[0, 511],
        (id, title, level, changed, codes) => new IndexEntry(id, title, title + " x", level, changed,
            [.. Enumerable.Range(0, 9).Where(i => (codes & (1 << i)) != 0).Select(i => (Facets[i / 3], "C" + (i % 3)))]));

    private static readonly Gen<Dictionary<string, IReadOnlyList<string>>> AnyChoice = Gen.Int[0, 7].Array[3].Select(bits =>
        Facets.Select((f, i) => (f, Codes: (IReadOnlyList<string>)[.. Enumerable.Range(0, 3).Where(c => (bits[i] & (1 << c)) != 0).Select(c => "C" + c)]))
            .Where(x => x.Codes.Count > 0 || bits[0] % 2 == 0).ToDictionary(x => x.f, x => x.Codes));

    private static readonly Gen<string[]> AnyWords = One("a", "b", "x", "zz").Array[0, 2];

    [Fact]
    public void Totals_counts_and_pages_equal_brute_force() =>
        Gen.Select(AnyEntry.Array[0, 200], AnyChoice, AnyWords, Gen.Enum<PracticeSort>(), Gen.Int[0, 30], Gen.Int[1, 30]).Sample((entries, chosen, words, sort, skip, take) =>
        {
            var found = new FacetIndex(entries).Find(chosen, words);
            Assert.Equal(Passing(null).Count, found.Total);
            foreach (var facet in Facets)
            {
                var left = Passing(facet);
                var wanted = Enumerable.Range(0, 3).Select(c => "C" + c).ToDictionary(c => c, c => left.Count(e => e.Codes.Contains((facet, c)))).Where(c => c.Value > 0).OrderBy(c => c.Key);
                Assert.Equal(wanted, found.Counts(facet).OrderBy(c => c.Key));
            }

            var ordered = sort switch
            {
                PracticeSort.Title => Passing(null).OrderBy(e => e.Title, StringComparer.Ordinal).ThenBy(e => e.Id),
                PracticeSort.Newest => Passing(null).OrderByDescending(e => e.Changed).ThenBy(e => e.Id),
                _ => Passing(null).OrderByDescending(e => e.Level).ThenBy(e => e.Title, StringComparer.Ordinal).ThenBy(e => e.Id),
            };
            Assert.Equal(ordered.Skip(skip).Take(take), found.Page(sort, skip, take));

            List<IndexEntry> Passing(string? without) => [.. entries.Where(e => words.All(w => e.Search.Contains(w, StringComparison.Ordinal))
                && chosen.All(c => c.Key == without || c.Value.Count == 0 || c.Value.Any(v => e.Codes.Contains((c.Key, v)))))];
        }, iter: 2000);

    [Fact]
    public void A_code_nobody_has_finds_nothing_and_an_empty_index_answers()
    {
        var empty = new FacetIndex([]).Find(new Dictionary<string, IReadOnlyList<string>>(), []);
        Assert.Equal((0, 0, 0), (empty.Total, empty.Counts("area").Count, empty.Page(PracticeSort.Title, 0, 10).Count));
        var one = new FacetIndex([new IndexEntry(Guid.NewGuid(), "a", "a", 0, 1, [("area", "EDU")])]);
        Assert.Equal(0, one.Find(new Dictionary<string, IReadOnlyList<string>> { ["area"] = ["NONE"] }, []).Total);
        Assert.Equal(0, one.Find(new Dictionary<string, IReadOnlyList<string>> { ["nofacet"] = ["EDU"] }, []).Total);
    }

    private static Gen<string> One(params string[] of) => Gen.Int[0, of.Length - 1].Select(i => of[i]);
}
