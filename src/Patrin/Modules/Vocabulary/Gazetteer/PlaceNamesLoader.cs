using System.Text;
using Patrin.Platform.Text;

namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>Puts the generated table and the hand-made rows together.</summary>
internal static class PlaceNamesLoader
{
    // Within a country two places of one kind and name this close (in degrees, about 20 km) are one.
    private const double SamePlace = 0.2;

    // Hand-made rows name what this network works with: enough to come before a namesake village, not before a city.
    private const int HandMadeWeight = 40;

    public static PlaceNames Load(string folder)
    {
        var table = PlaceTable.Read(Path.Combine(folder, "places.tsv.gz"));
        var builder = new NameIndex.Builder(table.Count * 5 / 4);
        var firstLevel = new Dictionary<string, string>(StringComparer.Ordinal);
        IndexTable(table, builder, firstLevel);
        var handMade = AddRows(AliasFile.Read(Path.Combine(folder, "aliases.tsv")), table, builder, firstLevel);
        return new PlaceNames(table, builder.Build(), firstLevel, handMade, CountryNames.Load(folder));
    }

    private static void IndexTable(PlaceTable table, NameIndex.Builder builder, Dictionary<string, string> firstLevel)
    {
        Span<char> text = stackalloc char[512];
        Span<char> folded = stackalloc char[1024];
        for (var row = 0; row < table.Count; row++)
        {
            Index(table.Name(row), row, text, folded, builder);
            var others = table.OtherNames(row);
            if (!others.IsEmpty)
                foreach (var range in others.Split((byte)'|'))
                    Index(others[range], row, text, folded, builder);
            if (table.Kind(row) <= NamedPlaceKind.County) firstLevel.TryAdd(table.Text(row, 1), table.Text(row, 2));
        }
    }

    private static void Index(ReadOnlySpan<byte> name, int row, Span<char> text, Span<char> folded, NameIndex.Builder builder)
    {
        var length = Encoding.UTF8.GetChars(name, text);
        var written = Folding.Fold(text[..length], folded);
        builder.Add(folded[..written], row);
    }

    private static Dictionary<int, NamedPlace> AddRows(
        List<AliasRow> rows, PlaceTable table, NameIndex.Builder builder, Dictionary<string, string> firstLevel)
    {
        var known = Candidates(rows, table);
        var places = new Dictionary<int, NamedPlace>(rows.Count);
        var next = table.Count;
        foreach (var row in rows)
        {
            var match = Match(row, known, table);
            var place = match < 0 ? New(row) : Completed(row, table.Place(match, firstLevel));
            var number = match < 0 ? next++ : match;
            places[number] = place;
            if (match < 0) builder.Add(Folding.Fold(row.Name), number);
            foreach (var alias in row.Aliases) builder.Add(Folding.Fold(alias.Name), number);
        }
        return places;
    }

    /// <summary>One pass over the table for the rows that the hand-made names could mean.</summary>
    private static Dictionary<string, List<int>> Candidates(List<AliasRow> rows, PlaceTable table)
    {
        var known = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var row in rows) known[Folding.Fold(row.Name)] = [];
        var lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> text = stackalloc char[512];
        Span<char> folded = stackalloc char[1024];
        for (var number = 0; number < table.Count; number++)
        {
            var length = Encoding.UTF8.GetChars(table.Name(number), text);
            var written = Folding.Fold(text[..length], folded);
            if (lookup.TryGetValue(folded[..written], out var list)) list.Add(number);
        }
        return known;
    }

    private static int Match(AliasRow row, Dictionary<string, List<int>> known, PlaceTable table)
    {
        var same = known[Folding.Fold(row.Name)]
            .Where(number => table.Kind(number) == row.Kind && table.IsIn(number, row.Country));
        if (row.Latitude is not { } latitude || row.Longitude is not { } longitude || row.Kind <= NamedPlaceKind.County)
            return same.OrderByDescending(table.Weight).FirstOrDefault(-1);
        return same.FirstOrDefault(number => table.Point(number) is var point
            && Math.Abs(point.Latitude - latitude) < SamePlace && Math.Abs(point.Longitude - longitude) < SamePlace, -1);
    }

    private static NamedPlace Completed(AliasRow row, NamedPlace place) => place with
    {
        Name = row.Name,
        Admin = row.Admin ?? (place.Kind <= NamedPlaceKind.County ? null : place.Admin),
        Latitude = row.Latitude ?? place.Latitude,
        Longitude = row.Longitude ?? place.Longitude,
        Nuts3 = row.Nuts3,
        AreaKm2 = row.AreaKm2,
        Aliases = [.. row.Aliases, .. place.Aliases],
    };

    private static NamedPlace New(AliasRow row)
    {
        if (row.Latitude is not { } latitude || row.Longitude is not { } longitude)
            throw new InvalidDataException($"aliases.tsv: {row.Country} {row.Name} ({row.Kind}) is not in places.tsv.gz and needs a point.");
        return new NamedPlace($"patrin:{row.Country}:{Folding.Fold(row.Name)}", row.Kind, row.Name, row.Country, row.Admin,
            latitude, longitude, row.Nuts3, row.AreaKm2, row.Aliases, HandMadeWeight);
    }
}
