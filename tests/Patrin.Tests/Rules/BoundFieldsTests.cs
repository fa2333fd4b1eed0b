using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Patrin.Tests.Rules;

/// <summary>What a form may set: a field that decides about rights or standing is bound only where that is the purpose of the form.</summary>
public sealed class BoundFieldsTests
{
    private static readonly string[] Forbidden =
    [
        "id", "organisationid", "accountid", "role", "roles", "isadmin", "status", "state", "verified", "verifiedat", "publishedat", "approved", "score", "createdby",
        "createdat", "ownerid", "deleted", "hidden", "hiddenat", "suppress", "version", "securitystamp", "secondfactor",
    ];

    /// <summary>Page and field, with the reason.</summary>
    private static readonly Dictionary<string, string> Approved = new(StringComparer.Ordinal)
    {
        ["InvitationsModel.Form.Role"] = "a manager chooses the role of the person invited; the use case asks for the right",
        ["RolesModel.Form.Role"] = "an administrator chooses the role; the use case asks for the right",
        ["ErrorModel.Status"] = "says which error is shown, nothing is stored",
    };

    [Fact]
    public void R32_no_form_binds_a_field_that_decides_about_rights_or_standing()
    {
        // A page that takes no post changes nothing: what it binds are filters.
        var bad = typeof(Program).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)))
            .Where(t => t.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)))
            .SelectMany(t => Bound(t).Select(f => $"{t.Name}.{f}"))
            .Where(f => Forbidden.Contains(f.Split('.')[^1].ToLowerInvariant()) && !Approved.ContainsKey(f));
        Assert.Empty(bad);
    }

    [Fact]
    public void R32_the_test_sees_a_planted_field() => Assert.Contains("Form.Role", Bound(typeof(PlantedModel)));

    private static IEnumerable<string> Bound(Type page) => page.GetProperties()
        .Where(p => p.GetCustomAttribute<BindPropertyAttribute>() is not null)
        .SelectMany(p => p.PropertyType.Namespace?.StartsWith("Patrin", StringComparison.Ordinal) == true && p.PropertyType.IsClass
            ? p.PropertyType.GetProperties().Where(f => f.SetMethod is not null).Select(f => $"{p.Name}.{f.Name}")
            : [p.Name]);

    private sealed class PlantedForm
    {
        public string Role { get; init; } = "";
    }

    private sealed class PlantedModel : PageModel
    {
        [BindProperty]
        public PlantedForm Form { get; init; } = new();
    }
}
