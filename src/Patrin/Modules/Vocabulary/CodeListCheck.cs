namespace Patrin.Modules.Vocabulary;

/// <summary>Everything that can be wrong with a set of code lists, as sentences that name file, code and fault.</summary>
internal static class CodeListCheck
{
    private static readonly string[] RequiredLists = ["area", "challenge", "intervention", "indicator", "country", "language"];

    public static IEnumerable<string> Faults(IReadOnlyList<CodeListFile> files)
    {
        var lists = files.GroupBy(file => file.List).ToDictionary(
            group => group.Key,
            group => group.SelectMany(file => file.Codes).Select(entry => entry.Code).ToHashSet(StringComparer.OrdinalIgnoreCase));
        foreach (var name in RequiredLists.Where(name => !lists.ContainsKey(name)))
            yield return $"{name}.json: the list is missing";
        foreach (var file in files)
        {
            foreach (var fault in OfList(file, lists))
                yield return $"{file.FileName}: {fault}";
            foreach (var entry in file.Codes)
            {
                foreach (var fault in OfEntry(file, entry, lists))
                    yield return $"{file.FileName}: {entry.Code}: {fault}";
            }
        }
    }

    private static IEnumerable<string> OfList(CodeListFile file, Dictionary<string, HashSet<string>> lists)
    {
        if (file.FileName != file.List + ".json")
            yield return $"the file must be called '{file.List}.json' after its list";
        if (string.IsNullOrWhiteSpace(file.Source))
            yield return "the source of the list is missing";
        if (file.Codes.Count == 0)
            yield return "the list has no codes";
        foreach (var language in MissingIn(file.Label))
            yield return $"the label of the list is missing in '{language}'";
        foreach (var name in file.FieldLists.Values.Append(file.ParentList).OfType<string>().Where(name => !lists.ContainsKey(name)))
            yield return $"it points to a list '{name}' that does not exist";
        foreach (var twice in Twice(file.Codes, entry => entry.Code.ToUpperInvariant()))
            yield return $"{twice}: the code is given twice";
        foreach (var twice in Twice(file.Codes, entry => entry.Sort))
            yield return $"the position {twice} is given twice";
    }

    private static IEnumerable<string> OfEntry(CodeListFile file, CodeEntry entry, Dictionary<string, HashSet<string>> lists)
    {
        if (!IsWellFormed(entry.Code, file.List))
            yield return "a code is made of A to Z, 0 to 9, '.', '-' and '_'";
        foreach (var language in MissingIn(entry.Label))
            yield return $"the label is missing in '{language}'";
        foreach (var language in entry.Note is null ? [] : MissingIn(entry.Note))
            yield return $"the note is missing in '{language}'";
        if (entry.Parent is { } parent && !Knows(lists, file.ParentList, parent))
            yield return $"the parent '{parent}' does not exist";
        // A challenge without an area would belong to no page.
        if (entry.Parent is null && file.ParentList is { } parentList && parentList != file.List)
            yield return "the parent is missing";
        foreach (var area in entry.Areas.Where(area => !Knows(lists, "area", area)))
            yield return $"the area '{area}' does not exist";
        foreach (var (field, value) in UnknownFieldCodes(file, entry, lists))
            yield return $"the {field} '{value}' does not exist";
        if (entry.Retired?.Replacement is { } replacement && !IsCurrent(file, replacement))
            yield return $"the replacement '{replacement}' does not exist or is retired as well";
    }

    private static IEnumerable<(string Field, string Value)> UnknownFieldCodes(
        CodeListFile file, CodeEntry entry, Dictionary<string, HashSet<string>> lists) =>
        from pair in file.FieldLists
        where entry.Fields.ContainsKey(pair.Key)
        from value in entry.Fields[pair.Key].Split(' ')
        where !Knows(lists, pair.Value, value)
        select (pair.Key, value);

    private static IEnumerable<string> MissingIn(Dictionary<string, string> texts) =>
        CodeLists.CompleteLanguages.Where(language => !new LocalText(texts).Has(language));

    private static bool Knows(Dictionary<string, HashSet<string>> lists, string? list, string code) =>
        list is not null && lists.TryGetValue(list, out var codes) && codes.Contains(code);

    private static bool IsCurrent(CodeListFile file, string code) =>
        file.Codes.Any(entry => entry.Code == code && entry.Retired is null);

    // Language tags keep the writing of BCP 47 (sr-Latn); every other code is upper case.
    private static bool IsWellFormed(string code, string list) => code.Length > 0 && code.All(c =>
        char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_'
        || (list == "language" && char.IsAsciiLetterLower(c)));

    private static IEnumerable<TKey> Twice<TKey>(IEnumerable<CodeEntry> entries, Func<CodeEntry, TKey> key) =>
        entries.GroupBy(key).Where(group => group.Count() > 1).Select(group => group.Key);
}
