using System.Collections.Frozen;
using System.Xml.Linq;

namespace Patrin.Platform.Ui;

/// <summary>The drawings of <c>icons.svg</c> by name, ready to be put into a page: no second request, no script.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> Drawings = Load();

    public static string Svg(string name) => Drawings[name];

    private static FrozenDictionary<string, string> Load()
    {
        using var stream = typeof(Icons).Assembly.GetManifestResourceStream("icons.svg")!;
        return XDocument.Load(stream).Root!.Elements().ToFrozenDictionary(
            symbol => symbol.Attribute("id")!.Value["i-".Length..],
            symbol => "<svg class=\"i\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">" +
                string.Concat(symbol.Elements().Select(Plain)) + "</svg>");
    }

    private static string Plain(XElement drawing)
    {
        foreach (var element in drawing.DescendantsAndSelf())
            element.Name = element.Name.LocalName;
        drawing.Attributes().Where(a => a.IsNamespaceDeclaration).Remove();
        return drawing.ToString(SaveOptions.DisableFormatting);
    }
}
