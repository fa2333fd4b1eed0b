using Patrin.Modules.Vocabulary.Wording;
using Patrin.Platform;

namespace Patrin.Tests.Modules.Vocabulary.Wording;

/// <summary>The wording lists as they are shipped.</summary>
internal static class ShippedWording
{
    public static string Folder => Path.Combine(PatrinOptions.DataFiles, "wording");

    public static IReadOnlyList<WordingList> Lists { get; } = WordingReader.Load(Folder, ShippedLists.Load());

    public static WordingHints Hints { get; } = new(Lists);
}
