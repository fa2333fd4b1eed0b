using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patrin.Platform.Settings;

/// <summary>Compares a tree of settings with the records that will hold it: names, types, what must be there.</summary>
internal static class SettingsCheck
{
    /// <exception cref="StartRefused">Something does not fit.</exception>
    public static void Object(JsonObject tree, Type type, string path)
    {
        if (tree.GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new StartRefused($"{(path.Length == 0 ? "" : path + ".")}{twice.Key} stands twice in the settings.");
        foreach (var (name, value) in tree)
        {
            var place = path.Length == 0 ? name : path + "." + name;
            Value(value, Within(type, name) ?? throw new StartRefused($"{place}: there is no setting of this name. See docs/configuration.md."), place);
        }

        foreach (var property in type.GetProperties().Where(p => p.IsDefined(typeof(RequiredMemberAttribute))))
        {
            if (!tree.Any(p => p.Key.Equals(property.Name, StringComparison.OrdinalIgnoreCase)))
                throw new StartRefused($"{path}.{property.Name} is missing in the settings.");
        }
    }

    /// <summary>The type that stands under a name, or under a number in a list; null when there is none.</summary>
    public static Type? Within(Type type, string name)
    {
        if (IsList(type))
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? type.GetGenericArguments()[0] : null;
        var property = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(p => p.CanWrite && p.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return property is null ? null : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    public static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);

    public static bool IsSingle(Type type) => type == typeof(string) || type.IsPrimitive;

    private static void Value(JsonNode? value, Type type, string place)
    {
        var kind = value?.GetValueKind();
        if (IsList(type))
        {
            var list = value as JsonArray ?? throw new StartRefused($"{place} must be a list: [\"...\"].");
            for (var i = 0; i < list.Count; i++)
                Value(list[i], type.GetGenericArguments()[0], string.Create(CultureInfo.InvariantCulture, $"{place}.{i}"));
        }
        else if (type == typeof(string))
            Expect(kind == JsonValueKind.String, place, "a text in quotation marks");
        else if (type == typeof(bool))
            Expect(kind is JsonValueKind.True or JsonValueKind.False, place, "true or false");
        else if (type == typeof(int))
            Expect(value is JsonValue number && number.TryGetValue<int>(out _), place, "a whole number");
        else
            Object(value as JsonObject ?? throw new StartRefused($"{place} must be an object: {{ }}."), type, place);
    }

    private static void Expect(bool fits, string place, string what)
    {
        if (!fits)
            throw new StartRefused($"{place} must be {what}.");
    }
}
