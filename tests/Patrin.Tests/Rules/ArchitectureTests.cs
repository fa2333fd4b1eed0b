using Patrin.Modules;

namespace Patrin.Tests.Rules;

/// <summary>The order of design.md, held by reading the built program.</summary>
public sealed class ArchitectureTests
{
    /// <summary>A module may name those before it; Platform names none. Site stands last: it only shows.</summary>
    private static readonly string[] Order =
    [
        "Platform", "Vocabulary", "People", "Documents", "Places", "Practices", "Twinning", "Plans",
        "Dialogue", "Recommendations", "Trail", "Insight", "Exchange", "Administration", "Site",
    ];

    private static string GraphFile => Path.Combine(Repository.Root, "docs", "module-graph.txt");

    [Fact]
    public void A_module_names_only_modules_above_it()
    {
        var breaches = Breaches(typeof(Program).Assembly.Location);
        Assert.True(breaches.Count == 0, string.Join('\n', breaches));
    }

    [Fact]
    public void The_test_sees_a_planted_breach() =>
        // This test assembly carries bad samples: a platform type and a module type that name what stands below them.
        Assert.Equal(
            ["Documents -> Twinning", "Platform -> Places"],
            Breaches(typeof(ArchitectureTests).Assembly.Location).Select(b => b.Split(" in ")[0]).Distinct().Order());

    [Fact]
    public void The_module_graph_is_the_approved_one()
    {
        var graph = new ModuleGraph(typeof(Program).Assembly.Location).References
            .Where(r => r.To != "Platform" && r.From != "Platform")
            .Select(r => $"{r.From} -> {r.To}").Distinct().Order(StringComparer.Ordinal);
        var actual = string.Concat(graph.Select(line => line + "\n"));
        var approved = File.Exists(GraphFile) ? File.ReadAllText(GraphFile) : "";
        if (actual != approved)
            File.WriteAllText(Path.Combine(Path.GetTempPath(), "module-graph.actual.txt"), actual);
        Assert.Equal(approved, actual);
    }

    [Fact]
    public void Every_module_of_the_list_stands_in_the_order()
    {
        var names = AllModules.Create().All.Select(m => m.Name).ToList();
        Assert.Equal(names.OrderBy(n => Array.IndexOf(Order, n)), names);
        Assert.All(names, n => Assert.Contains(n, Order));
    }

    [Theory]
    [InlineData("Patrin.Modules.Documents.Reading")]
    [InlineData("Patrin.Modules.Twinning.Matching")]
    public void Pure_engines_see_no_database_web_clock_or_files(string engine)
    {
        using var module = Mono.Cecil.ModuleDefinition.ReadModule(typeof(Program).Assembly.Location);
        string[] forbidden =
        [
            "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "System.IO.File", "System.IO.Directory", "System.IO.Stream",
            "System.Net", "System.DateTime::get_", "System.DateTimeOffset::get_", "System.TimeProvider", "System.Environment::get_TickCount",
        ];
        var breaches =
            from type in Mono.Cecil.Rocks.ModuleDefinitionRocks.GetAllTypes(module)
            where Outer(type).Namespace.StartsWith(engine, StringComparison.Ordinal)
            from method in type.Methods
            where method.HasBody
            from operand in method.Body.Instructions.Select(i => i.Operand?.ToString() ?? "")
            let bad = forbidden.FirstOrDefault(f => operand.Contains(f, StringComparison.Ordinal))
            where bad is not null
            select $"{type.FullName}.{method.Name} uses {bad}";
        Assert.Empty(breaches);
    }

    private static Mono.Cecil.TypeDefinition Outer(Mono.Cecil.TypeDefinition type) => type.DeclaringType is { } outer ? Outer(outer) : type;

    private static List<string> Breaches(string assembly) =>
        [.. new ModuleGraph(assembly).References
            .Where(r => r.To != "Platform" && Array.IndexOf(Order, r.To) >= Array.IndexOf(Order, r.From))
            .Select(r => $"{r.From} -> {r.To} in {r.Where}").Distinct().Order(StringComparer.Ordinal)];
}
