using System.Globalization;

namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>One hand-made row that completes or adds a place.</summary>
internal sealed record AliasRow(
    NamedPlaceKind Kind, string Country, string Name, string? Admin, string? Nuts3, double? Latitude, double? Longitude,
    double? AreaKm2, IReadOnlyList<PlaceAlias> Aliases);

/// <summary>Reads aliases.tsv; says which line is wrong and why.</summary>
internal static class AliasFile
{
    private const int Columns = 9;

    public static List<AliasRow> Read(string file)
    {
        var rows = new List<AliasRow>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0 || line[0] == '#' || line.StartsWith("kind\t", StringComparison.Ordinal)) continue;
            var cells = line.Split('\t');
            if (cells.Length != Columns || !Enum.TryParse<NamedPlaceKind>(cells[0], ignoreCase: true, out var kind))
                throw new InvalidDataException($"{file}, line {number}: {Columns} columns expected, the first a kind of place.");
            rows.Add(new AliasRow(kind, cells[1], cells[2], Text(cells[3]), Text(cells[4]), Number(cells[5], file, number),
                Number(cells[6], file, number), Number(cells[7], file, number), Aliases(cells[8])));
        }
        return rows;
    }

    private static string? Text(string cell) => cell.Length == 0 ? null : cell;

    private static double? Number(string cell, string file, int line) =>
        cell.Length == 0 ? null
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value
        : throw new InvalidDataException($"{file}, line {line}: \"{cell}\" is not a number.");

    private static PlaceAlias[] Aliases(string cell) =>
        [.. cell.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(alias =>
            alias.IndexOf(':', StringComparison.Ordinal) is var colon and > 0
                ? new PlaceAlias(alias[..colon], alias[(colon + 1)..])
                : new PlaceAlias(null, alias))];
}
