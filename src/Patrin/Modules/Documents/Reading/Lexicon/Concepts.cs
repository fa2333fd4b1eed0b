namespace Patrin.Modules.Documents.Reading.Lexicon;

/// <summary>Concepts that the engine itself asks for; the lexicon fills them. Patterns add concepts of their own behind these.</summary>
internal enum Concept
{
    None,
    Wish, Intend, Measure, Plan, Challenge, Improve, Authority, Contrast, Clause, Copula, Most, OfThem, Relative, AccountFor,
    Aim, Result, ResultNoun, Ordinal, Programme, ProjectNoun, Negation, ListLead,
    HeadPlace, HeadChallenge, HeadWish, HeadMeasure, HeadPlan, HeadAim, HeadResult, HeadFurniture,
    About, AtLeast, AtMost, Almost, Between, BetweenAnd, RangeAlone, OutOf, Percent,
    Roma, Population, Residents, Persons, Newcomers, Families, Homes, Learners, Countries, NotPersons, Under, Community,
    TypeMunicipality, TypeCityDistrict, TypeCounty, TypeCityState, TypeRegion, TypeIntermunicipal, TypeCountry,
    Part, Wider, CountryLevel, Europe, Capital, SecondCity, In, Of, IsA, Away, Direction, Here, HomeTo,
    Country, Nationality, NumberWord, Fraction, Magnitude, Month, Glue,
    Count,
}
