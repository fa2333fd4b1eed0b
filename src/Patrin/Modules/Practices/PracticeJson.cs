using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Patrin.Modules.Practices;

/// <summary>How the content of a record is written as JSON: names in camelCase, codes in UPPER_SNAKE, what is not known left out.</summary>
public static class PracticeJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmpty } },
    };

    public static string Write(PracticeContent content) => JsonSerializer.Serialize(content, Options);

    /// <exception cref="JsonException">Not the content of a record.</exception>
    public static PracticeContent Read(string json) => JsonSerializer.Deserialize<PracticeContent>(json, Options) ?? throw new JsonException("The content is empty.");

    /// <summary>"place": null in a file means the same as no place.</summary>
    private static void LeaveOutEmpty(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => !p.PropertyType.IsValueType && p.Set is not null))
        {
            var set = property.Set!;
            property.Set = (target, value) =>
            {
                if (value is not null)
                    set(target, value);
            };
        }
    }
}
