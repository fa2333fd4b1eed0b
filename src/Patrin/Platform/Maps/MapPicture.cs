namespace Patrin.Platform.Maps;

/// <summary>How a mark is drawn.</summary>
public enum MarkShape
{
    /// <summary>A circle whose size stands for residents, in five steps.</summary>
    Point,

    /// <summary>A hexagon with the true area of a county or region.</summary>
    Hexagon,
}

/// <summary>A place on the map.</summary>
/// <param name="Key">Unique in the picture; arcs refer to it, and it settles the order of equals.</param>
/// <param name="Name">Written beside the mark; empty for none.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record MapMark(string Key, string Name, double Latitude, double Longitude)
{
    /// <summary>Circle or hexagon.</summary>
    public MarkShape Shape { get; init; } = MarkShape.Point;

    /// <summary>Area in km², for hexagons.</summary>
    public double AreaKm2 { get; init; }

    /// <summary>Step of residents, 1 to 5 (see <see cref="SizeStep"/>); 0 when the sources give none: a dashed outline.</summary>
    public int Size { get; init; }

    /// <summary>Whether what the map shows is stated for this place: a filled mark and a bold name.</summary>
    public bool Stated { get; init; }

    /// <summary>Class that sets the colour of filled marks (a-HOU); without it they are green.</summary>
    public string? TintClass { get; init; }

    /// <summary>Dashed outline: an example, proposed or not begun.</summary>
    public bool Dashed { get; init; }

    /// <summary>Where the mark leads; without it the mark is not a link.</summary>
    public string? Href { get; init; }

    /// <summary>A sentence for screen readers and as a tip: what the mark says in words.</summary>
    public string? Title { get; init; }

    /// <summary>Language of <see cref="Name"/> when it is not that of the page.</summary>
    public string? Language { get; init; }

    /// <summary>Upper bounds of the steps of <see cref="Size"/>, in residents.</summary>
    public static IReadOnlyList<int> StepBounds { get; } = [10_000, 50_000, 200_000, 1_000_000];

    /// <summary>The step for a number of residents: up to 10,000, 50,000, 200,000, a million, more; 0 when unknown.</summary>
    public static int SizeStep(long? residents)
    {
        if (residents is not > 0) return 0;
        var step = 1;
        while (step <= StepBounds.Count && residents > StepBounds[step - 1]) step++;
        return step;
    }
}

/// <summary>A twinning between two marks of the picture.</summary>
/// <param name="From">Key of one mark.</param>
/// <param name="To">Key of the other.</param>
/// <param name="Proposed">Dashed when only proposed, solid when agreed.</param>
public sealed record MapArc(string From, string To, bool Proposed)
{
    /// <summary>A thinner line for a weaker proposal.</summary>
    public bool Thin { get; init; }

    /// <summary>What the line says in words.</summary>
    public string? Title { get; init; }

    /// <summary>Where the line leads.</summary>
    public string? Href { get; init; }
}

/// <summary>Everything on one map. Texts come translated from the page.</summary>
/// <param name="Title">Name of the picture.</param>
/// <param name="Description">What a person who cannot see it needs to know, and where the table is; may be empty.</param>
/// <param name="Marks">Places, in reading order.</param>
public sealed record MapPicture(string Title, string Description, IReadOnlyList<MapMark> Marks)
{
    /// <summary>Lines between places.</summary>
    public IReadOnlyList<MapArc> Arcs { get; init; } = [];

    /// <summary>ISO codes of countries to tint.</summary>
    public IReadOnlyCollection<string> Members { get; init; } = [];

    /// <summary>Names of countries to write where there is room, by ISO code; marks come first.</summary>
    public IReadOnlyDictionary<string, string> CountryNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Start of the ids inside the picture; differs when a page has more than one map.</summary>
    public string IdPrefix { get; init; } = "map";

    /// <summary>Further classes of the svg element (a-HOU).</summary>
    public string? Class { get; init; }
}
