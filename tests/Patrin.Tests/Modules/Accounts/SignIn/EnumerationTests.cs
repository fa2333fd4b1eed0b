using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Platform.Access;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.SignIn;

public sealed class EnumerationOnSqlite(SqlitePeople site) : EnumerationTests(site), IClassFixture<SqlitePeople>;

public sealed class EnumerationOnPostgres(PostgresPeople site) : EnumerationTests(site), IClassFixture<PostgresPeople>;

/// <summary>Nobody learns from an answer whether an address has an account.</summary>
public abstract partial class EnumerationTests(Site site)
{
    private static readonly string[] Known = ["Known Person", "Other Person", "Ended Person"];

    [Theory]
    [InlineData("/sign-in", "password")]
    [InlineData("/sign-in", "link")]
    [InlineData("/sign-in/reset", "link")]
    public async Task R23_known_unknown_and_disabled_accounts_get_the_same_bytes(string page, string what)
    {
        await SetUpAsync();
        var answers = new List<string>();
        foreach (var name in Known)
        {
            await ForgetAsync();
            var person = new Person(site, name);
            var answer = await person.PostAsync(page, null, ("Mail", person.Mail), ("Password", "wrong password here"), ("what", what));
            var body = await answer.Content.ReadAsStringAsync(Cancel);
            var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join(',', set.Select(c => c.Split('=')[0])) : "";
            answers.Add($"{answer.StatusCode} {answer.Headers.Location} {cookies}\n{Nonce().Replace(body, "value=\"\"").Replace(person.Mail, "", StringComparison.Ordinal)}");
        }

        Assert.Equal(answers[0], answers[1]);
        Assert.Equal(answers[0], answers[2]);
    }

    /// <summary>60 interleaved samples in random order instead of 1,000, to stay quick: medians within 15 % or 15 ms on a shared machine.</summary>
    [Fact]
    public async Task R23_the_time_of_the_answer_says_nothing_in_60_samples()
    {
        // A measurement needs a quiet machine: it is asked for, never part of every run.
        Assert.SkipUnless(Environment.GetEnvironmentVariable("PATRIN_TEST_TIMING") == "1", "Set PATRIN_TEST_TIMING=1 on a quiet machine.");
        await SetUpAsync();
        var times = Known.ToDictionary(n => n, _ => new List<double>());
        var random = new Random(23);
        foreach (var name in Enumerable.Repeat(Known, 21).SelectMany(n => n.OrderBy(_ => random.Next())).ToList())
        {
            await ForgetAsync();
            var person = new Person(site, name);
            await person.GetAsync("/sign-in");
            var watch = Stopwatch.StartNew();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.PasswordAsync("wrong password here")).StatusCode);
            times[name].Add(watch.Elapsed.TotalMilliseconds);
        }

        var medians = times.Select(t => t.Value.Skip(1).Order().ElementAt(t.Value.Count / 2)).ToList();
        Assert.True(medians.Max() - medians.Min() < Math.Max(15, medians.Max() * .15), string.Join(", ", medians));
    }

    private async Task SetUpAsync()
    {
        await site.AccountAsync(new("Known Person"));
        var ended = await site.AccountAsync(new("Ended Person"), "wrong password here");
        await site.RowsAsync(db => db.Accounts.Where(a => a.Id == ended).ExecuteUpdateAsync(s => s.SetProperty(a => a.State, AccountState.Disabled), Cancel));
    }

    private Task<int> ForgetAsync() => site.RowsAsync(db => db.Set<ThrottledTry>().ExecuteDeleteAsync(Cancel));

    [GeneratedRegex("value=\"CfDJ[^\"]*\"")]
    private static partial Regex Nonce();
}
