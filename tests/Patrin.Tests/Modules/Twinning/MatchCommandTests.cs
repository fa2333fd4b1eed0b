using System.Text.Json;
using Patrin.Cli;
using Patrin.Modules.Twinning;

namespace Patrin.Tests.Modules.Twinning;

/// <summary>The command against the embedded engine: it is the same code on both.</summary>
public sealed class MatchCommandTests(PlacesForRoundsOnSqlite site) : IClassFixture<PlacesForRoundsOnSqlite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<(int Code, string Text)> MatchAsync(params string[] options)
    {
        var file = Path.Combine(site.DataDirectory, Guid.NewGuid() + ".out");
        var code = await Commands.RunAsync(["match", "--data", site.DataDirectory, "--out", file, .. options]);
        return (code, File.Exists(file) ? await File.ReadAllTextAsync(file, Cancel) : "");
    }

    [Fact]
    public async Task The_parts_of_each_pair_add_up_to_its_score_and_the_scores_to_the_objective()
    {
        var (code, text) = await MatchAsync("--format", "json");
        Assert.Equal(0, code);
        var round = JsonDocument.Parse(text).RootElement;
        Assert.Equal(RoundResult.FormatName, round.GetProperty("format").GetString());
        Assert.Equal(20, round.GetProperty("places").GetArrayLength());
        var pairs = round.GetProperty("pairs").EnumerateArray().ToList();
        Assert.NotEmpty(pairs);
        Assert.All(pairs, pair => Assert.Equal(
            pair.GetProperty("score").GetInt32(),
            pair.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("points").GetInt32())));
        Assert.Equal(round.GetProperty("objective").GetInt64(), pairs.Sum(pair => pair.GetProperty("score").GetInt64()));
        Assert.True(round.GetProperty("proved").GetBoolean());
        Assert.True(round.GetProperty("greedy").GetProperty("objective").GetInt64() <= round.GetProperty("objective").GetInt64());
    }

    [Fact]
    public async Task The_same_command_writes_the_same_bytes_and_another_seed_may_not()
    {
        var first = await MatchAsync("--format", "json");
        Assert.Equal(first, await MatchAsync("--format", "json"));
        Assert.Contains("\"seed\": 7", (await MatchAsync("--format", "json", "--seed", "7")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_reach_the_rules()
    {
        var (_, text) = await MatchAsync(
            "--format", "json", "--places", "de-hamm,bg-samokov,ro-harghita,ro-cluj", "--capacity", "de-hamm=2", "--lock", "de-hamm,bg-samokov",
            "--exclude", "ro-cluj,de-hamm", "--same-country", "allowed", "--minimum", "5", "--weights", "size=50,new=0");
        var result = RoundJson.Read<RoundResult>(text);
        Assert.Equal(4, result.Places.Count);
        Assert.Equal(2, result.Rules.CapacityOf("de-hamm"));
        Assert.True(result.Rules.SameCountryAllowed);
        Assert.Equal(500, result.Rules.Minimum);
        Assert.Equal(50, result.Rules.Weights["size"]);
        Assert.Equal(ScoreParts.Published["challenges"], result.Rules.Weights["challenges"]);
        Assert.Contains(result.Pairs, pair => pair.Locked && pair.Pair == PlacePair.Of("de-hamm", "bg-samokov"));
        Assert.DoesNotContain(result.Pairs, pair => pair.Pair == PlacePair.Of("de-hamm", "ro-cluj"));
    }

    [Theory]
    [InlineData("--weights", "beauty=3")]
    [InlineData("--weights", "size")]
    [InlineData("--capacity", "de-hamm=many")]
    [InlineData("--lock", "de-hamm")]
    [InlineData("--lock", "ro-cluj,ro-harghita")]
    [InlineData("--round", "999")]
    public async Task What_cannot_be_done_ends_with_a_reason_and_code_1(string option, string value) =>
        Assert.Equal((1, ""), await MatchAsync(option, value));

    [Fact]
    public async Task A_stored_round_is_worked_out_again_to_the_same_bytes()
    {
        var number = await site.StoreAsync();
        var (code, text) = await MatchAsync("--round", $"{number}", "--format", "json");
        Assert.Equal(0, code);
        Assert.Equal((await site.RoundAsync(number)).Result, text);
    }

    [Fact]
    public async Task The_text_names_pairs_parts_and_places_without_a_partner()
    {
        var (_, text) = await MatchAsync();
        Assert.Contains("no other set reaches more", text, StringComparison.Ordinal);
        Assert.Contains("challenges ", text, StringComparison.Ordinal);
        Assert.Contains("no partner: Berlin (TooLittleKnown; to add: Needs", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_file_is_solved_and_its_proof_checked_without_a_database()
    {
        var file = Path.Combine(site.DataDirectory, "instance.txt");
        await File.WriteAllTextAsync(file, "c three places in a row\np 4 4\nb 0 1\nb 1 1\nb 2 1\nb 3 1\ne 0 1 50\ne 1 2 90\ne 2 3 50\ne 0 3 30\nx 0 3\n", Cancel);
        var (code, text) = await MatchAsync("--instance", file, "--format", "json");
        Assert.Equal(0, code);
        var answer = JsonDocument.Parse(text).RootElement;
        // Greedy takes 90 and then 0-3 is barred: 90. The best set is 50 + 50.
        Assert.Equal(100, answer.GetProperty("objective").GetInt64());
        Assert.True(answer.GetProperty("proved").GetBoolean());
        Assert.True(answer.GetProperty("checked").GetBoolean());
    }

    [Theory]
    [InlineData("e 0 1\n")]
    [InlineData("b 0 1\ne 0 0 5\n")]
    [InlineData("b 0 99999999999\n")]
    [InlineData("b 0 1\ne 0 7 5\n")]
    [InlineData("\u0000\u0001binary")]
    public async Task A_file_that_is_no_instance_ends_with_a_reason_and_code_1(string content)
    {
        var file = Path.Combine(site.DataDirectory, Guid.NewGuid() + ".txt");
        await File.WriteAllTextAsync(file, content, Cancel);
        Assert.Equal((1, ""), await MatchAsync("--instance", file));
    }
}
