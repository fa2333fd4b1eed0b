using System.Text.Json;

namespace Patrin.Modules.Documents.Claims;

/// <summary>Writes a claim in the form documented in docs/formats.md.</summary>
public static class ClaimJson
{
    public static void Write(Utf8JsonWriter json, ClaimRow row)
    {
        json.WriteStartObject();
        json.WriteString("id", row.Id);
        WriteDocument(json, row.Document);
        json.WriteString("kind", WireName.Of(row.Kind));
        json.WriteStartObject("subject");
        json.WriteString("key", row.Subject.Key);
        json.WriteString("name", row.Subject.Name);
        json.WriteString("country", row.Subject.Country);
        json.WriteString("type", row.Subject.Type);
        json.WriteEndObject();
        WriteContent(json, row);
        json.WriteString("quote", row.Quote);
        json.WriteNumber("start", row.Start);
        json.WriteNumber("end", row.End);
        json.WriteString("state", WireName.Of(row.State));
        json.WriteBoolean("preferred", row.IsPreferred);
        json.WriteNumber("confidence", row.Confidence);
        json.WriteString("rule", row.Rule);
        json.WriteEndObject();
    }

    private static void WriteDocument(Utf8JsonWriter json, ClaimDocument document)
    {
        json.WriteStartObject("document");
        json.WriteString("id", document.Id);
        json.WriteString("title", document.Title);
        json.WriteString("sha256", document.Sha256);
        json.WriteString("address", document.Address);
        json.WriteString("language", document.Language);
        json.WriteEndObject();
    }

    internal static void WriteContent(Utf8JsonWriter json, ClaimRow row)
    {
        WriteValue(json, row);
        json.WriteString("unit", row.Unit);
        json.WriteString("method", row.Method);
        json.WriteString("scope", WireName.Of(row.Scope));
        json.WriteString("scopeName", row.ScopeName);
        WriteNumber(json, "year", row.Year);
        WriteNumber(json, "yearTo", row.YearTo);
        json.WriteStartArray("codes");
        foreach (var code in row.Codes)
            json.WriteStringValue(code);
        json.WriteEndArray();
        json.WriteString("text", row.Text);
    }

    /// <summary>An end the source does not give is null; a claim without a number has a null value.</summary>
    private static void WriteValue(Utf8JsonWriter json, ClaimRow row)
    {
        if (!row.HasValue)
        {
            json.WriteNull("value");
            return;
        }

        json.WriteStartObject("value");
        WriteNumber(json, "low", row.Low);
        WriteNumber(json, "high", row.High);
        json.WriteBoolean("about", row.About);
        json.WriteEndObject();
    }

    /// <summary>Without the zeros a fixed scale leaves behind: 24155, not 24155.000.</summary>
    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number / 1.0000000000000000000000000000m);
        else
            json.WriteNull(name);
    }
}
