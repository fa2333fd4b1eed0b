using System.Runtime.CompilerServices;
using Patrin.Modules.Vocabulary;
using Patrin.Platform;

namespace Patrin.Tests.Modules.Vocabulary;

/// <summary>The lists as they are shipped, and the file that remembers every code ever given out.</summary>
internal static class ShippedLists
{
    public static string Folder => Path.Combine(PatrinOptions.DataFiles, "codes");

    public static CodeLists Load() => CodeLists.Load(Folder);

    public static string ApprovedFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "approved-codes.txt");
}
