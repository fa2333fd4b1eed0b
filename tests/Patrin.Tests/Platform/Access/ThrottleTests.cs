using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Access;
using Patrin.Tests.Modules.Accounts;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Access;

public sealed class ThrottleOnSqlite(SqlitePeople site) : ThrottleTests(site), IClassFixture<SqlitePeople>;

public sealed class ThrottleOnPostgres(PostgresPeople site) : ThrottleTests(site), IClassFixture<PostgresPeople>;

public abstract class ThrottleTests(Site site)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Throttle Throttle
    {
        get
        {
            Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
            return site.Services.GetRequiredService<Throttle>();
        }
    }

    [Fact]
    public async Task R24_never_more_than_the_limit_in_any_window()
    {
        var clock = ((IPeopleSite)site).Clock;
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await Throttle.TryAsync("window", "a", 3, Quarter, Cancel));
            clock.Advance(TimeSpan.FromMinutes(4));
        }

        Assert.Equal(TimeSpan.FromMinutes(3), await Throttle.TryAsync("window", "a", 3, Quarter, Cancel));
        Assert.Null(await Throttle.TryAsync("window", "b", 3, Quarter, Cancel));
        clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Null(await Throttle.TryAsync("window", "a", 3, Quarter, Cancel));
        Assert.NotNull(await Throttle.TryAsync("window", "a", 3, Quarter, Cancel));
        await Throttle.ForgetAsync("window", "a", Cancel);
        Assert.Null(await Throttle.TryAsync("window", "a", 3, Quarter, Cancel));
    }

    [Fact]
    public async Task R24_of_fifty_at_once_no_more_than_the_limit_pass()
    {
        var throttle = Throttle;
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => throttle.TryAsync("race", "x", 10, Quarter, Cancel))));
        Assert.InRange(answers.Count(a => a is null), 1, 10);
    }

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void R24_an_IPv6_subscriber_counts_once(string address, string network) =>
        Assert.Equal(network, Patrin.Platform.Access.Throttle.Network(IPAddress.Parse(address)));
}
