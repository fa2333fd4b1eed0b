using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Data;
using Patrin.Platform.Privacy;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Privacy;

/// <summary>What the shape of the database promises about people.</summary>
public sealed class NoRegisterTests(SqliteDemo site)
{
    private static readonly string[] Forbidden = ["ethnic", "religio", "faith", "health", "race", "racial", "romani", "nationality", "minority", "skin"];

    /// <summary>Endings of columns that hold the number of an account.</summary>
    private static readonly string[] AccountColumns = ["accountid", "byid", "userid", "actorid", "personid", "reporterid", "authorid", "assignedtoid"];

    [Fact]
    public void R58_no_table_joins_a_person_with_ethnicity()
    {
        using var scope = site.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<AppDbContext>().Model;
        var faults = model.GetEntityTypes().Where(t => AccountProperties(t).Any() || t.GetTableName() == "accounts")
            .SelectMany(t => t.GetProperties().Where(p => Forbidden.Any(f => p.Name.Contains(f, StringComparison.OrdinalIgnoreCase)))
                .Select(p => $"{t.GetTableName()}.{p.Name}")).ToList();
        Assert.Empty(faults);
    }

    [Fact]
    public void Every_table_with_an_account_can_be_exported_and_erased()
    {
        using var scope = site.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<AppDbContext>().Model;
        var covered = scope.ServiceProvider.GetServices<IPersonalData>().SelectMany(p => p.Tables).ToHashSet(StringComparer.Ordinal);
        var faults = model.GetEntityTypes().Where(t => AccountProperties(t).Any()).Select(t => t.GetTableName()!).Distinct()
            // Numbers only, for ever: the chain would break.
            .Where(t => t != "audit_entries" && !covered.Contains(t)).ToList();
        Assert.Empty(faults);
        var tables = model.GetEntityTypes().Select(t => t.GetTableName()).ToHashSet();
        Assert.All(covered, t => Assert.Contains(t, tables));
    }

    [Fact]
    public void The_parts_of_an_export_have_different_names()
    {
        using var scope = site.Services.CreateScope();
        var parts = scope.ServiceProvider.GetServices<IPersonalData>().Select(p => p.Part).ToList();
        Assert.Equal(parts.Distinct(), parts);
    }

    private static IEnumerable<Microsoft.EntityFrameworkCore.Metadata.IProperty> AccountProperties(Microsoft.EntityFrameworkCore.Metadata.IEntityType type) =>
        type.GetProperties().Where(p => (p.ClrType == typeof(Guid) || p.ClrType == typeof(Guid?))
            && (AccountColumns.Any(c => p.Name.EndsWith(c, StringComparison.OrdinalIgnoreCase))
                || p.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.GetTableName() == "accounts")));
}
