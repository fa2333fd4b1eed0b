using System.Xml;

namespace Patrin.Modules.Documents.Extraction.Formats;

/// <summary>XML readers that accept no document type, resolve nothing and keep count.</summary>
internal static class SafeXml
{
    /// <summary>Opens a part. The reader is strict; reading past the limits throws <see cref="XmlException"/>.</summary>
    public static XmlReader Read(Stream part, ExtractionLimits limits) =>
        XmlReader.Create(part, Settings(DtdProcessing.Prohibit, limits));

    /// <summary>Refuses a part that declares a document type, wherever in the package it lies.</summary>
    public static void RefuseDocumentType(string name, Func<Stream> open, ExtractionLimits limits)
    {
        if (ReachesRoot(open, DtdProcessing.Prohibit, limits))
            return;
        // Both readers fail on broken XML; only the strict one fails on a document type.
        if (ReachesRoot(open, DtdProcessing.Ignore, limits))
            throw RefusedException.Because(RefusalCodes.DocumentTypeDeclared, "part", name);
        throw RefusedException.Because(RefusalCodes.Damaged, "format", "docx");
    }

    private static bool ReachesRoot(Func<Stream> open, DtdProcessing processing, ExtractionLimits limits)
    {
        try
        {
            using var stream = open();
            using var reader = XmlReader.Create(stream, Settings(processing, limits));
            return reader.MoveToContent() == XmlNodeType.Element;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static XmlReaderSettings Settings(DtdProcessing processing, ExtractionLimits limits) => new()
    {
        DtdProcessing = processing,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = limits.MaxEntryBytes,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}
