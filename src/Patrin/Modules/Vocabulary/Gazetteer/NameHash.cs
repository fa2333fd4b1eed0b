namespace Patrin.Modules.Vocabulary.Gazetteer;

/// <summary>FNV-1a over the characters of a folded name, resumable, so that every prefix is hashed on the way.</summary>
internal static class NameHash
{
    public const ulong Start = 14695981039346656037;

    public static ulong Add(ulong hash, char c) => (hash ^ c) * 1099511628211;

    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hash = Start;
        foreach (var c in folded) hash = Add(hash, c);
        return hash;
    }
}
