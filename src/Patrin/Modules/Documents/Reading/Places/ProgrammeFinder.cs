using Patrin.Modules.Documents.Reading.Lexicon;
using Patrin.Modules.Documents.Reading.Names;
using Patrin.Modules.Documents.Reading.Text;

namespace Patrin.Modules.Documents.Reading.Places;

/// <summary>A programme that a document may be about.</summary>
internal sealed record ProgrammeCandidate(Name Name, int SegmentIndex, bool IsStrong);

/// <summary>Finds the project or programme a document describes: "the PAIRS project", and aims or results to go with it.</summary>
internal sealed class ProgrammeFinder(DocumentWorkspace work)
{
    private readonly FoldedText text = work.Text;

    /// <param name="end">Index of the first segment that belongs to something else.</param>
    public ProgrammeCandidate? Find(int end)
    {
        var named = new Dictionary<string, (Name Name, int Segment, int Count)>(StringComparer.Ordinal);
        var (signs, aims) = (0, 0);
        for (var i = 0; i < end; i++)
        {
            var segment = work.Segments[i];
            if (segment.EndHit == segment.FirstHit) continue;
            var view = work.View(segment);
            if (view.Any(Concept.ProjectNoun)) signs++;
            if (view.Any(Concept.Aim) && view.Any(Concept.Programme)) aims++;
            if (segment.Length < 60 && (view.Any(Concept.HeadAim) || view.Any(Concept.HeadResult))) aims++;
            foreach (var name in NamesIn(view)) Count(named, name, i);
        }
        if (named.Count == 0) return null;
        var best = named.Values.OrderByDescending(n => n.Count).ThenBy(n => n.Name.Start).First();
        if (aims == 0 || best.Count + signs < 2) return null;
        return new ProgrammeCandidate(best.Name, best.Segment, best.Count + signs >= 4 && aims > 0);
    }

    private void Count(Dictionary<string, (Name Name, int Segment, int Count)> named, Name name, int segment)
    {
        var key = text.Of(name.Start, name.End).ToString();
        named[key] = named.TryGetValue(key, out var seen) ? seen with { Count = seen.Count + 1 } : (name, segment, 1);
    }

    // "PAIRS project", "the project PAIRS", "PAIRS partners"; a name in capitals also counts when it stands alone later.
    private IEnumerable<Name> NamesIn(SegmentView view)
    {
        foreach (var name in work.Names.Scan(view.Segment))
        {
            if (view.At(Concept.Country, name.Start) is not null || view.At(Concept.Europe, name.Start) is not null) continue;
            if (view.At(Concept.Programme, name.End) is { } after && !text.IsUpper(after.Start)) yield return name;
            else if (Trimmed(view, name) is { } trimmed) yield return trimmed;
            else if (view.Before(Concept.Programme, name.Start) is not null && IsAcronym(name)) yield return name;
        }
    }

    // "PAIRS Project": the noun in capitals belongs to the run of names.
    private static Name? Trimmed(SegmentView view, Name name) =>
        view.Before(Concept.Programme, name.End) is { } noun && noun.Start > name.Start + 1 ? new Name(name.Start, noun.Start) : null;

    private bool IsAcronym(Name name)
    {
        for (var i = name.Start; i < name.End; i++)
            if (!text.IsUpper(i))
                return false;
        return name.End - name.Start >= 3;
    }
}
