using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People;
using Patrin.Modules.People.Passwords;
using Patrin.Platform.Errors;
using Patrin.Tests.Support;
using static Patrin.Tests.Modules.Accounts.PeopleSite;

namespace Patrin.Tests.Modules.Accounts.Passwords;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("short one 1")]
    [InlineData("password1234")]
    [InlineData("qwertyuiop12")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("ana.popescu2026")]
    public void R25_short_common_and_personal_passwords_are_refused(string password) =>
        Assert.Throws<RuleBroken>(() => PasswordRules.Require("Password", password, ["ana.popescu@example.org", "Ana Popescu"]));

    [Fact]
    public void R25_half_a_sign_is_refused() =>
        Assert.Throws<RuleBroken>(() => PasswordRules.Require("Password", "velvet tractor" + (char)0xD800 + " moons", []));

    [Theory]
    [InlineData("velvet tractor nine moons")]
    [InlineData("корабль зелёный семь окон")]
    [InlineData("🦊🌳🚲🎻🧭🪁🫖🧶🌋🪐🦉🧊")]
    public void R25_any_language_and_sign_is_taken_without_rules_of_composition(string password) =>
        PasswordRules.Require("Password", password, ["ana@example.org"]);

    [Fact]
    public void R25_privileged_roles_without_a_second_factor_need_fifteen() =>
        Assert.Throws<RuleBroken>(() => PasswordRules.Require("Password", "vk7 tjq wz0pf", [], PasswordRules.LeastPrivileged));
}

public sealed class PasswordStoreOnSqlite(SqlitePeople site) : PasswordStoreTests(site), IClassFixture<SqlitePeople>;

public sealed class PasswordStoreOnPostgres(PostgresPeople site) : PasswordStoreTests(site), IClassFixture<PostgresPeople>;

public abstract class PasswordStoreTests(Site site)
{
    [Fact]
    public async Task R25_nothing_is_cut_off_and_the_same_signs_typed_otherwise_are_the_same()
    {
        var password = string.Concat(Enumerable.Repeat("é long and longer ", 13));
        var hash = await site.WithAsync<Patrin.Modules.People.Passwords.Passwords, string>(p => p.HashAsync(password, Cancel));
        var account = new Account { DisplayName = "", PasswordHash = hash };
        Assert.NotEqual(PasswordVerificationResult.Failed, await CheckAsync(account, password.Normalize(System.Text.NormalizationForm.FormD)));
        Assert.Equal(PasswordVerificationResult.Failed, await CheckAsync(account, password[..^2]));
        // Version 3: SHA-512 (2) and 210,000 rounds, as big-endian numbers.
        Assert.Equal([1, 0, 0, 0, 2, 0, 3, 0x34, 0x50], Convert.FromBase64String(hash)[..9]);
    }

    [Fact]
    public async Task R25_a_weaker_hash_is_made_anew_at_the_next_sign_in()
    {
        var id = await site.AccountAsync(new("Weak Hash"));
        var weak = new PasswordHasher<Account>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 10_000 })).HashPassword(new() { DisplayName = "" }, Password);
        await site.RowsAsync(db => db.Accounts.Where(a => a.Id == id).ExecuteUpdateAsync(s => s.SetProperty(a => a.PasswordHash, weak), Cancel));
        await new Person(site, "Weak Hash").PasswordAsync();
        var now = await site.RowsAsync(db => db.Accounts.Where(a => a.Id == id).Select(a => a.PasswordHash!).SingleAsync(Cancel));
        Assert.NotEqual(weak, now);
        Assert.Equal(PasswordVerificationResult.Success, await CheckAsync(new() { DisplayName = "", PasswordHash = now }, Password));
    }

    private Task<PasswordVerificationResult> CheckAsync(Account account, string password) =>
        site.WithAsync<Patrin.Modules.People.Passwords.Passwords, PasswordVerificationResult>(p => p.CheckAsync(account, password, Cancel));
}
