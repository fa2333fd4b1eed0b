using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace Patrin.Tests.Rules;

/// <summary>
/// Which module names which, read from the built assembly: bases, fields, signatures, locals, instructions, attributes,
/// nested types (async bodies, lambdas) and compiled pages, whose module is the folder of their .cshtml file.
/// </summary>
internal sealed class ModuleGraph
{
    private const string Modules = "Patrin.Modules.";
    private const string Platform = "Patrin.Platform";

    private readonly Dictionary<string, string> _pageHomes;
    private readonly HashSet<(string From, string To, string Where)> _references = [];

    public ModuleGraph(string assemblyFile)
    {
        using var module = ModuleDefinition.ReadModule(assemblyFile);
        _pageHomes = module.Assembly.CustomAttributes
            .Where(a => a.AttributeType.Name == "RazorCompiledItemAttribute")
            .ToDictionary(a => ((TypeReference)a.ConstructorArguments[0].Value).FullName, a => HomeOfPath((string)a.ConstructorArguments[2].Value));
        foreach (var type in module.GetAllTypes())
            Collect(type);
    }

    /// <summary>"Places -> Documents" with one place where it happens.</summary>
    public IEnumerable<(string From, string To, string Where)> References => _references;

    private static string HomeOfPath(string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts[0] == "Modules" && parts.Length > 2 ? parts[1] : parts[0] == "Platform" ? "Platform" : "";
    }

    /// <summary>Module of a type; "Platform"; or empty for the composition root and foreign assemblies.</summary>
    private string Home(TypeReference type)
    {
        while (type.DeclaringType is not null)
            type = type.DeclaringType;
        if (_pageHomes.TryGetValue(type.FullName, out var page))
            return page;
        var name = type.Namespace;
        if (name.StartsWith(Modules, StringComparison.Ordinal))
            return name[Modules.Length..].Split('.')[0];
        return name.StartsWith(Platform, StringComparison.Ordinal) ? "Platform" : "";
    }

    private void Collect(TypeDefinition type)
    {
        var home = Home(type);
        if (home.Length == 0)
            return;
        foreach (var used in UsedBy(type).SelectMany(Unwrap))
        {
            var target = Home(used);
            if (target.Length > 0 && target != home)
                _references.Add((home, target, type.FullName));
        }
    }

    private static IEnumerable<TypeReference> Unwrap(TypeReference type)
    {
        if (type is GenericInstanceType generic)
            foreach (var argument in generic.GenericArguments.SelectMany(Unwrap))
                yield return argument;
        yield return type.GetElementType();
    }

    private static IEnumerable<TypeReference> UsedBy(TypeDefinition type)
    {
        if (type.BaseType is { } parent)
            yield return parent;
        foreach (var i in type.Interfaces)
            yield return i.InterfaceType;
        foreach (var f in type.Fields)
            yield return f.FieldType;
        foreach (var a in type.CustomAttributes.Concat(type.Methods.SelectMany(m => m.CustomAttributes)).Concat(type.Properties.SelectMany(p => p.CustomAttributes)))
        {
            yield return a.AttributeType;
            foreach (var argument in a.ConstructorArguments.Select(x => x.Value).OfType<TypeReference>())
                yield return argument;
        }

        foreach (var used in type.Methods.SelectMany(UsedBy))
            yield return used;
    }

    private static IEnumerable<TypeReference> UsedBy(MethodDefinition method)
    {
        yield return method.ReturnType;
        foreach (var p in method.Parameters)
            yield return p.ParameterType;
        if (!method.HasBody)
            yield break;
        foreach (var v in method.Body.Variables)
            yield return v.VariableType;
        foreach (var operand in method.Body.Instructions.Select(i => i.Operand))
        {
            switch (operand)
            {
                case TypeReference t:
                    yield return t;
                    break;
                case MethodReference m:
                    yield return m.DeclaringType;
                    yield return m.ReturnType;
                    if (m is GenericInstanceMethod g)
                        foreach (var a in g.GenericArguments)
                            yield return a;
                    break;
                case FieldReference f:
                    yield return f.DeclaringType;
                    yield return f.FieldType;
                    break;
            }
        }
    }
}
