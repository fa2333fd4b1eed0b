using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;

namespace Patrin.Tests.Rules;

public sealed class MigrationTests
{
    [Fact]
    public void Both_migration_sets_match_the_model()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        using var postgres = new PostgresDesign().CreateDbContext([]);
        Assert.False(sqlite.Database.HasPendingModelChanges(), "SQLite: run scripts/reset-migrations.sh or add a migration.");
        Assert.False(postgres.Database.HasPendingModelChanges(), "PostgreSQL: run scripts/reset-migrations.sh or add a migration.");
    }

    [Fact]
    public void Every_table_and_column_name_is_in_snake_case()
    {
        using var db = new PostgresDesign().CreateDbContext([]);
        var names = db.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetProperties().Select(p => p.GetColumnName()).Append(e.GetTableName()!));
        Assert.All(names, n => Assert.Matches("^[a-z][a-z0-9_]*$", n));
    }
}
