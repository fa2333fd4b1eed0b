using Patrin.Tests.Support;

[assembly: AssemblyFixture(typeof(SqliteDemo))]
[assembly: AssemblyFixture(typeof(PostgresDemo))]
