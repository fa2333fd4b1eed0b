using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Patrin.Platform.Data;
using Patrin.Platform.Jobs;
using Patrin.Tests.Modules.Documents;
using Patrin.Tests.Support;

namespace Patrin.Tests.Platform.Jobs;

public sealed class PeriodicRunnerOnSqlite(SqliteSite site) : PeriodicRunnerTests(site), IClassFixture<SqliteSite>;

public sealed class PeriodicRunnerOnPostgres(PostgresSite site) : PeriodicRunnerTests(site), IClassFixture<PostgresSite>;

/// <summary>Two nodes are two runners with services of their own on one database.</summary>
public abstract class PeriodicRunnerTests(Site site)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 3, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Start);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task R21_of_two_nodes_one_runs_what_is_due_never_doubled_never_skipped()
    {
        var work = new TestTask("test-pair", TimeSpan.FromMinutes(10));
        await using var one = Node(work);
        await using var two = Node(work);
        var expected = 0;
        var random = new Random(7);
        var due = Start;
        for (var step = 0; step < 40; step++)
        {
            if (_clock.GetUtcNow() >= due)
            {
                expected++;
                due = _clock.GetUtcNow() + work.Every;
            }

            await Task.WhenAll(Enumerable.Range(0, 3).SelectMany(_ => new[] { Runner(one), Runner(two) }).Select(r => Task.Run(() => r.RunDueAsync(Cancel))));
            Assert.Equal(expected, work.Runs);
            _clock.Advance(TimeSpan.FromMinutes(random.Next(1, 25)));
        }

        Assert.False(work.Overlapped);
    }

    [Fact]
    public async Task A_node_that_crashed_loses_the_task_after_its_lease()
    {
        var work = new TestTask("test-crash", TimeSpan.FromMinutes(10));
        await using var node = Node(work);
        // A crash: taken, begun, never heard of again.
        await site.UseAsync<AppDbContext>(async db =>
        {
            var leases = new PeriodicLeases(db, _clock);
            await leases.AddMissingAsync(work.Name, Cancel);
            Assert.True(await leases.TakeAsync(work.Name, work.Every, "crashed", anyway: false, Cancel));
        });
        Assert.Empty(await Runner(node).RunDueAsync(Cancel));
        _clock.Advance(PeriodicLeases.Lease);
        Assert.Equal([work.Name], await Runner(node).RunDueAsync(Cancel));
        // The crashed one wakes up and wants to finish: it holds nothing any more.
        await site.UseAsync<AppDbContext>(async db => Assert.False(await new PeriodicLeases(db, _clock).RenewAsync(work.Name, "crashed", Cancel)));
    }

    [Fact]
    public async Task A_long_run_keeps_its_lease()
    {
        var work = new TestTask("test-long", TimeSpan.FromMinutes(1)) { Gate = new() };
        await using var one = Node(work);
        await using var two = Node(work);
        var running = Runner(one).RunDueAsync(Cancel);
        await work.Started.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        for (var minute = 0; minute < 10; minute++)
        {
            var before = await LeaseAsync(work.Name);
            _clock.Advance(PeriodicLeases.Lease / 4);
            for (var wait = 0; wait < 200 && await LeaseAsync(work.Name) == before; wait++)
                await Task.Delay(10, Cancel);
            Assert.Empty(await Runner(two).RunDueAsync(Cancel));
        }

        work.Gate.SetResult();
        Assert.Equal([work.Name], await running);
        Assert.Equal(1, work.Runs);
    }

    [Fact]
    public async Task A_fault_ends_in_one_line_without_its_message_and_the_task_comes_back()
    {
        var work = new TestTask("test-fault", TimeSpan.FromMinutes(10)) { Fault = new InvalidOperationException("secret@example.org") };
        await using var node = Node(work);
        Assert.Equal([work.Name], await Runner(node).RunDueAsync(Cancel));
        var run = await RunAsync(work.Name);
        Assert.Equal((true, nameof(InvalidOperationException)), (run.LastFailed, run.LastResult));
        work.Fault = null;
        Assert.Empty(await Runner(node).RunDueAsync(Cancel));
        _clock.Advance(work.Every);
        Assert.Equal([work.Name], await Runner(node).RunDueAsync(Cancel));
        Assert.False((await RunAsync(work.Name)).LastFailed);
    }

    [Fact]
    public async Task R21_a_clock_that_was_put_back_holds_nothing_up()
    {
        var work = new TestTask("test-clock", TimeSpan.FromMinutes(10));
        await using var ahead = Node(work, new FakeTimeProvider(Start.AddDays(3)));
        Assert.NotEmpty(await Runner(ahead).RunDueAsync(Cancel));
        await using var node = Node(work);
        Assert.NotEmpty(await Runner(node).RunDueAsync(Cancel));
        Assert.Empty(await Runner(node).RunDueAsync(Cancel));
        Assert.Equal(2, work.Runs);
    }

    [Fact]
    public async Task A_run_that_is_stopped_is_handed_back()
    {
        var work = new TestTask("test-stop", TimeSpan.FromMinutes(10)) { Gate = new() };
        await using var node = Node(work);
        using var stop = new CancellationTokenSource();
        var running = Runner(node).RunDueAsync(stop.Token);
        await work.Started.Task.WaitAsync(TimeSpan.FromSeconds(20), Cancel);
        await stop.CancelAsync();
        await running;
        work.Gate = null;
        Assert.NotEmpty(await Runner(node).RunDueAsync(Cancel));
    }

    private ServiceProvider Node(TestTask work, FakeTimeProvider? clock = null)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        var services = new ServiceCollection();
        services.AddScoped(_ => site.Services.CreateScope().ServiceProvider.GetRequiredService<AppDbContext>());
        services.AddSingleton<IPeriodicTask>(work).AddSingleton<TimeProvider>(clock ?? _clock);
        services.AddSingleton(s => new PeriodicRunner(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<TimeProvider>(), NullLogger<PeriodicRunner>.Instance));
        return services.BuildServiceProvider();
    }

    private static PeriodicRunner Runner(ServiceProvider node) => node.GetRequiredService<PeriodicRunner>();

    private Task<PeriodicRun> RunAsync(string name) => site.ReadAsync(db => db.Set<PeriodicRun>().AsNoTracking().SingleAsync(r => r.Name == name, Cancel));

    private async Task<DateTime?> LeaseAsync(string name) => (await RunAsync(name)).LeaseUntil;

    private sealed class TestTask(string name, TimeSpan every) : IPeriodicTask
    {
        private int _runs, _now;

        public string Name => name;

        public TimeSpan Every => every;

        public int Runs => _runs;

        public bool Overlapped { get; private set; }

        public Exception? Fault { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public TaskCompletionSource Started { get; } = new();

        public async Task<TaskResult> RunAsync(CancellationToken cancel)
        {
            Overlapped |= Interlocked.Increment(ref _now) > 1;
            Started.TrySetResult();
            if (Gate is { } gate)
                await gate.Task.WaitAsync(cancel);
            Interlocked.Decrement(ref _now);
            return Fault is null ? TaskResult.Of((TaskDid.EntriesChecked, Interlocked.Increment(ref _runs))) : throw Fault;
        }
    }
}
