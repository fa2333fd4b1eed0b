using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Figures;

/// <summary>What a number counts.</summary>
internal enum CountedKind
{
    /// <summary>Nothing the reader keeps: kilometres, years, nationalities.</summary>
    Nothing,
    Residents,
    Roma,

    /// <summary>Roma counted in a named or described part: settlements, communities.</summary>
    RomaPart,

    /// <summary>Migrants or citizens of other countries: never a Roma count.</summary>
    Newcomers,

    /// <summary>A nationality inside a group counted before ("4,000 are Romanian").</summary>
    GroupPart,
    Persons,
    Families,
    Homes,
    Countries,
}

/// <summary>The noun and the words around one number.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="End">Folded end of the words that say so.</param>
/// <param name="Noun">The hit of the noun, where there is one.</param>
/// <param name="IsAfter">The noun stands behind the number: "2000 Roma" is a count, "Roma communities 2019" a year.</param>
internal readonly record struct Counted(CountedKind Kind, int End, Hit? Noun = null, bool IsAfter = true);
