using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Patrin.Platform.Access;

namespace Patrin.Platform.Web;

/// <summary>
/// How often one account, or one address without an account, may ask (quality.md section 4). Counted by this node;
/// attempts to sign in are counted in the database, where all nodes see them.
/// </summary>
public static class RequestRates
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1), Minute = TimeSpan.FromMinutes(1), Hour = TimeSpan.FromHours(1);

    /// <summary>What is counted together, and how often it may come.</summary>
    private sealed record Rate(string Name, int Times, TimeSpan Within, Func<HttpContext, bool> Counts);

    private static readonly Rate[] Rates =
    [
        new("writes-second", 5, Second, IsWrite),
        new("writes", 60, Minute, IsWrite),
        // The upload alone: decisions about claims are sent to addresses below it.
        new("import", 20, Hour, c => IsWrite(c) && c.Request.Path == "/import"),
        new("export", 10, Hour, c => !IsWrite(c) && IsAt(c, "/account/data") && c.Request.Path.Value!.EndsWith(".zip", StringComparison.Ordinal)),
        new("tables", 60, Hour, c => !IsWrite(c) && c.Request.Path.Value!.EndsWith(".csv", StringComparison.Ordinal)),
        new("search", 60, Minute, c => !IsWrite(c) && c.Request.Query["q"].ToString().Length > 0),
        new("reports", 20, Hour, c => IsAt(c, ContentPolicyReports.Path)),
        new("api", 300, TimeSpan.FromMinutes(5), c => IsAt(c, "/api")),
    ];

    public static void AddRequestRates(this IServiceCollection services, PatrinOptions options) => services.AddRateLimiter(o =>
    {
        o.GlobalLimiter = PartitionedRateLimiter.CreateChained([.. Rates.Select(r => Limiter(r, options.LimitFactor))]);
        o.OnRejected = (rejected, _) =>
        {
            var response = rejected.HttpContext.Response;
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
            response.StatusCode = StatusCodes.Status429TooManyRequests;
            response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"patrin\";r=0;t={wait}");
            response.Headers["RateLimit-Policy"] = string.Join(", ", Rates.Where(r => r.Counts(rejected.HttpContext))
                .Select(r => string.Create(CultureInfo.InvariantCulture, $"\"{r.Name}\";q={r.Times * options.LimitFactor};w={(int)r.Within.TotalSeconds}")));
            return ValueTask.CompletedTask;
        };
    });

    private static PartitionedRateLimiter<HttpContext> Limiter(Rate rate, int factor) => PartitionedRateLimiter.Create<HttpContext, string>(context =>
        context.IsForErrorPage() || !rate.Counts(context)
            ? RateLimitPartition.GetNoLimiter("")
            : RateLimitPartition.GetSlidingWindowLimiter(rate.Name + " " + Whose(context), _ => new()
            {
                PermitLimit = rate.Times * factor, Window = rate.Within, SegmentsPerWindow = rate.Within == Second ? 2 : 6, QueueLimit = 0,
            }));

    private static string Whose(HttpContext context) => Actor.Of(context.User).AccountId?.ToString() ?? Network(context.Connection.RemoteIpAddress);

    /// <summary>The whole address, or the /64 that one household has in IPv6.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes.AsSpan(0, 8)) : address.ToString();
    }

    // What a browser reports by itself must not use up what its owner may write.
    private static bool IsWrite(HttpContext context) => !SameSiteWrites.IsSafe(context.Request.Method) && !IsAt(context, ContentPolicyReports.Path);

    private static bool IsAt(HttpContext context, string path) => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal);
}
