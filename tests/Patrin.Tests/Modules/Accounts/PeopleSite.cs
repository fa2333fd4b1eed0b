using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Patrin.Modules.People;
using Hashing = Patrin.Modules.People.Passwords.Passwords;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Accounts;

/// <summary>An empty Patrin on SQLite whose clock the test moves.</summary>
public sealed class SqlitePeople : SqliteSite, IPeopleSite
{
    public FakeTimeProvider Clock { get; } = PeopleSite.NewClock();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Clock));
    }
}

/// <summary>An empty Patrin on PostgreSQL whose clock the test moves.</summary>
public sealed class PostgresPeople : PostgresSite, IPeopleSite
{
    public FakeTimeProvider Clock { get; } = PeopleSite.NewClock();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Clock));
    }
}

public interface IPeopleSite
{
    FakeTimeProvider Clock { get; }
}

/// <summary>What the tests of accounts ask of a site.</summary>
internal static class PeopleSite
{
    public const string Password = "velvet tractor nine moons";

    public static FakeTimeProvider NewClock() => new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<T> WithAsync<TService, T>(this Site site, Func<TService, Task<T>> use)
        where TService : notnull
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        await using var scope = site.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static Task RunTaskAsync(this Site site, string task) => site.WithAsync<PeriodicRunner, bool>(r => r.RunAsync(task, anyway: true, Cancel));

    public static Task<T> RowsAsync<T>(this Site site, Func<AppDbContext, Task<T>> read) => site.WithAsync(read);

    /// <summary>An account with the password of all tests; the mail address is made from the name.</summary>
    public static async Task<Guid> AccountAsync(this Site site, TestPerson person, string? password = Password)
    {
        var id = await People.AccountAsync(site, person);
        if (password is null)
            return id;
        var hash = await site.WithAsync<Hashing, string>(p => p.HashAsync(password, Cancel));
        await site.RowsAsync(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, hash), Cancel));
        return id;
    }
}
