using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patrin.Platform.Settings;

/// <summary>
/// Reads DATA/settings.json and lays the environment over it (<c>PATRIN_SMTP__HOST</c>, <c>PATRIN_TRUSTEDPROXIES__0</c>).
/// Strict: every name must be known and every value of its type, else the server does not start.
/// </summary>
public static class SettingsReader
{
    public const string FileName = "settings.json", Prefix = "PATRIN_";

    /// <summary>Variables that are read elsewhere.</summary>
    private static readonly string[] OtherNames = [PatrinOptions.DataVariable, PatrinOptions.DatabaseVariable, Secrets.MasterKey.Variable];

    private const string TestPrefix = "PATRIN_TEST_";

    private static readonly JsonSerializerOptions Format = new() { PropertyNameCaseInsensitive = true, RespectNullableAnnotations = true };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="StartRefused">A name is unknown, a value has the wrong type or the file cannot be read.</exception>
    public static ServerSettings Read(string dataDirectory, IDictionary environment)
    {
        var file = Path.Combine(dataDirectory, FileName);
        var tree = FromFile(file);
        foreach (var (name, value) in Ours(environment))
            Lay(tree, name, value);
        SettingsCheck.Object(tree, typeof(ServerSettings), "");
        try
        {
            return tree.Deserialize<ServerSettings>(Format)!;
        }
        catch (JsonException wrong)
        {
            throw new StartRefused($"The settings are not complete: {wrong.Message}");
        }
    }

    private static JsonObject FromFile(string file)
    {
        try
        {
            return !File.Exists(file) ? [] : JsonNode.Parse(File.ReadAllText(file), documentOptions: Strict) as JsonObject
                ?? throw new StartRefused($"{file} must hold one JSON object.");
        }
        catch (JsonException wrong)
        {
            throw new StartRefused($"{file} cannot be read as JSON, line {(wrong.LineNumber ?? 0) + 1}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"{file} cannot be read.");
        }
    }

    private static IEnumerable<(string Name, string Value)> Ours(IDictionary environment) => environment.Cast<DictionaryEntry>()
        .Select(e => (Name: (string)e.Key, Value: (string?)e.Value ?? ""))
        .Where(e => e.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !e.Name.StartsWith(TestPrefix, StringComparison.OrdinalIgnoreCase)
            && !OtherNames.Contains(e.Name, StringComparer.OrdinalIgnoreCase))
        .OrderBy(e => e.Name, StringComparer.Ordinal);

    /// <summary>Puts one variable into the tree, in the type its place asks for.</summary>
    private static void Lay(JsonObject tree, string variable, string value)
    {
        var parts = variable[Prefix.Length..].Split("__");
        JsonNode at = tree;
        var type = typeof(ServerSettings);
        for (var i = 0; i < parts.Length; i++)
        {
            var last = i == parts.Length - 1;
            type = SettingsCheck.Within(type, parts[i]) ?? throw new StartRefused($"{variable}: there is no setting of this name. See docs/configuration.md.");
            if (last != SettingsCheck.IsSingle(type))
                throw new StartRefused($"{variable}: there is no setting of this name. See docs/configuration.md.");
            JsonNode made = last ? Typed(variable, value, type) : SettingsCheck.IsList(type) ? new JsonArray() : new JsonObject();
            at = Put(at, parts[i], made, replace: last, variable);
        }
    }

    private static JsonNode Put(JsonNode at, string name, JsonNode made, bool replace, string variable)
    {
        if (at is JsonArray list)
        {
            var index = int.Parse(name, CultureInfo.InvariantCulture);
            if (index > list.Count)
                throw new StartRefused($"{variable}: the number {list.Count} is missing before it.");
            if (index == list.Count)
                list.Add(made);
            else
                list[index] = made;
            return made;
        }

        if (at is not JsonObject parent)
            throw new StartRefused($"{variable}: settings.json has something else in this place.");
        var (known, there) = parent.FirstOrDefault(p => p.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (there is not null && !replace)
            return there;
        parent[known ?? name] = made;
        return made;
    }

    private static JsonValue Typed(string variable, string value, Type type)
    {
        if (type == typeof(int))
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : throw new StartRefused($"{variable} must be a whole number.");
        if (type == typeof(bool))
            return bool.TryParse(value, out var yes) ? JsonValue.Create(yes) : throw new StartRefused($"{variable} must be true or false.");
        return JsonValue.Create(value);
    }
}
