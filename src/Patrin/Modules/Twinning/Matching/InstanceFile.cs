using System.Globalization;

namespace Patrin.Modules.Twinning.Matching;

/// <summary>
/// Reads problems in the plain format used to compare solvers: "b place capacity", "e place place score", "x place place"
/// for an exclusion, "l place place" for a lock; lines with "c" and "p" are skipped.
/// </summary>
public static class InstanceFile
{
    public static PairingProblem Read(TextReader reader)
    {
        var places = new List<PairingPlace>();
        var candidates = new List<Candidate>();
        var exclusions = new List<PairKey>();
        var locks = new List<PairKey>();
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case [] or ["c", ..] or ["p", ..]:
                    break;
                case ["b", var place, var capacity]:
                    places.Add(new PairingPlace(Key(place), "", Number(capacity)));
                    break;
                case ["e", var one, var other, var score]:
                    candidates.Add(new Candidate(new PairKey(Key(one), Key(other)), Number(score)));
                    break;
                case ["x", var one, var other]:
                    exclusions.Add(new PairKey(Key(one), Key(other)));
                    break;
                case ["l", var one, var other]:
                    locks.Add(new PairKey(Key(one), Key(other)));
                    break;
                default:
                    throw new FormatException($"Line {line} is not understood: {text}");
            }
        }
        return new PairingProblem { Places = places, Candidates = candidates, Exclusions = exclusions, Locks = locks };
    }

    /// <summary>Numbers are padded, so that the order of keys is the order of numbers.</summary>
    private static string Key(string number) => Number(number).ToString("D7", CultureInfo.InvariantCulture);

    private static int Number(string word) => int.Parse(word, NumberStyles.None, CultureInfo.InvariantCulture);
}
