using System.Text;

namespace Patrin.Tests.Support;

/// <summary>Looks for words in what a program left on the disk.</summary>
internal static class Bytes
{
    /// <summary>The words stand there in UTF-8 or UTF-16.</summary>
    public static bool Hold(byte[] bytes, string text) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
