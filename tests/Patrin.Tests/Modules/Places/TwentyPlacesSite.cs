using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Places;

/// <summary>A site with the twenty places, for tests that only read.</summary>
public sealed class TwentyOnSqlite : SqliteSite, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await TwentyPlaces.LoadAsync(this);
}

public sealed class TwentyOnPostgres : PostgresSite, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if (Unavailable is null)
            await TwentyPlaces.LoadAsync(this);
    }
}
