namespace Patrin.Platform.Localization;

/// <summary>Marks an English sentence that travels as a key and is translated where it is shown, so that the text check finds it.</summary>
public static class Text
{
    public static string Key(string english) => english;
}
