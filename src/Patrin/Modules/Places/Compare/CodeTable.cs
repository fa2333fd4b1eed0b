using Patrin.Modules.Places.Contracts;
using Patrin.Modules.Places.Overview;

namespace Patrin.Modules.Places.Compare;

/// <summary>Which of the places state which codes.</summary>
public sealed record CodeTable(string Title, IReadOnlyList<PlaceEntry> Places, IReadOnlyList<string> Codes, Func<PlaceEntry, IReadOnlyList<CodedFact>> Of)
{
    public CodedFact? Fact(PlaceEntry place, string code) => Of(place).FirstOrDefault(f => f.Code == code);
}
