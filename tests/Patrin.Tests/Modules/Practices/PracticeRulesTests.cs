using System.Text.Json;
using CsCheck;
using Patrin.Modules.Practices;
using Patrin.Modules.Practices.Rubric;
using Patrin.Modules.Vocabulary;
using Patrin.Platform;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;
using Patrin.Tests.Rules;

namespace Patrin.Tests.Modules.Practices;

public sealed class PracticeRulesTests
{
    [Fact]
    public void A_record_that_was_only_drafted_or_declined_is_hidden_whatever_way_it_went() =>
        Gen.Enum<PracticeStatus>().Array[0, 8].Sample(way =>
        {
            var standing = way.Aggregate(Standing.Hidden, Standings.After);
            if (way.Length == 0 || way.All(s => s is PracticeStatus.Draft or PracticeStatus.Declined))
                Assert.Equal(Standing.Hidden, standing);
            // "Reviewed" is said of nothing that was never published.
            if (!way.Contains(PracticeStatus.Published))
                Assert.NotEqual(Standing.Reviewed, standing);
        }, iter: 5000);

    [Theory]
    [InlineData(Standing.Reviewed, PracticeStatus.Draft, Standing.Reviewed)]
    [InlineData(Standing.Reviewed, PracticeStatus.Declined, Standing.Reviewed)]
    [InlineData(Standing.Unreviewed, PracticeStatus.Declined, Standing.Hidden)]
    [InlineData(Standing.Unreviewed, PracticeStatus.Revise, Standing.Unreviewed)]
    [InlineData(Standing.Hidden, PracticeStatus.Archived, Standing.Hidden)]
    [InlineData(Standing.Hidden, PracticeStatus.Draft, Standing.Hidden)]
    [InlineData(Standing.Outdated, PracticeStatus.Archived, Standing.Archived)]
    public void A_new_version_takes_nothing_away_from_a_published_one(Standing now, PracticeStatus to, Standing wanted) => Assert.Equal(wanted, Standings.After(now, to));

    [Fact]
    public void Elements_keep_their_number_and_change_their_version_only_with_their_words()
    {
        var (first, last) = PracticeElement.Follow(null, [new() { Title = "A" }, new() { Title = "B", Preconditions = [new() { Text = "x" }] }]);
        Assert.Equal([(1, 1), (2, 1)], first.Select(e => (e.Number, e.Version)));
        var before = new PracticeContent { Elements = first, LastElement = last };
        // The last is taken away, a new one comes: the number of the old one is not given again.
        var (second, lastAgain) = PracticeElement.Follow(before, [first[0] with { Description = "more" }, new() { Title = "C" }]);
        Assert.Equal([(1, 2), (3, 1)], second.Select(e => (e.Number, e.Version)));
        Assert.Equal(3, lastAgain);
        var same = JsonSerializer.Deserialize<PracticeElement>(JsonSerializer.Serialize(first[1]))!;
        Assert.Equal(1, PracticeElement.Follow(before, [same]).Elements[0].Version);
        Assert.Equal(2, PracticeElement.Follow(before, [same with { Preconditions = [new() { Text = "y" }] }]).Elements[0].Version);
    }

    [Fact]
    public void Before_a_review_a_record_stands_on_E1_at_most_and_never_above_its_claim()
    {
        var counted = new PracticeContent
        {
            ClaimedLevel = EvidenceLevel.E4, WhatWasDone = "It was done.", Sources = [new() { Title = "A report" }],
            Results = [new() { Baseline = 1, Value = 100, N = 500, Method = "counted", Date = "2020", Source = 0 }],
        };
        Assert.Equal(EvidenceLevel.E1, UnreviewedLevel.Of(counted));
        Assert.Equal(EvidenceLevel.E0, UnreviewedLevel.Of(counted with { ClaimedLevel = EvidenceLevel.E0 }));
        Assert.Equal(EvidenceLevel.E0, UnreviewedLevel.Of(counted with { Results = [] }));
        Assert.Equal(EvidenceLevel.E0, UnreviewedLevel.Of(counted with { Sources = [] }));
    }

    [Fact]
    public void A_draft_changes_nothing_of_what_is_shown()
    {
        var practice = new Practice { Slug = "a" };
        practice.Write(new() { Title = "Draft" });
        Assert.Equal("Draft", practice.Title);
        practice.Show(new() { Title = "Shown" });
        practice.Write(new() { Title = "Secret" });
        Assert.Equal(("Shown", "Shown", "Secret", 1, 2), (practice.Title, practice.ShownContent!.Title, practice.WorkingContent!.Title, practice.ShownVersion, practice.WorkingVersion));
        var step = practice.MoveTo(PracticeStatus.Submitted, "practice.submit", Actor.Visitor, DateTime.UnixEpoch);
        Assert.Equal((PracticeStatus.Draft, PracticeStatus.Submitted, Standing.Unreviewed), (step.From, step.To, practice.Standing));
    }

    [Theory]
    [InlineData(5, "PERSONS", null, "fewer than 10 people")]
    [InlineData(25, "PERSONS", null, "25 people")]
    [InlineData(60, "PERCENT", 12, "not shown: fewer than 20 people")]
    [InlineData(60, "PERCENT", 120, "60\u00A0%")]
    [InlineData(1, "YES_NO", null, "yes")]
    [InlineData(27, "POSTS", null, "27 posts")]
    public void Numbers_of_small_groups_are_not_told(int value, string unit, int? n, string shown)
    {
        var texts = new Texts(Catalogs.Load(Path.Combine(AppContext.BaseDirectory, "Localization")));
        var words = new PracticeWords(Codes, texts);
        Assert.Equal(shown, texts.In("en", () => new ResultFigures(words, texts).Of(new() { Unit = unit, N = n }, value)));
    }

    private static CodeLists Codes { get; } = CodeLists.Load(Path.Combine(PatrinOptions.DataFiles, "codes"));

    public static TheoryData<string> Samples => [.. Repository.Files("samples/practices", "*.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_keeps_its_limits_names_known_codes_and_cites_sources(string file)
    {
        var json = File.ReadAllText(Path.Combine(Repository.Root, "samples", "practices", file));
        var content = PracticeJson.Read(json);
        Assert.Equal(PracticeJson.Write(content), PracticeJson.Write(PracticeJson.Read(PracticeJson.Write(content))));
        Assert.InRange(content.Title.Length, 5, PracticeContent.TitleMax);
        Assert.InRange(content.Summary.Length, 20, PracticeContent.SummaryMax);
        Assert.InRange(content.WhatWasDone.Length, 20, PracticeContent.DoneMax);
        Assert.InRange(content.WhatDidNotWork.Length, 10, PracticeContent.DidNotWorkMax);
        Assert.InRange(content.Elements.Count, 2, PracticeElement.Most);
        Assert.InRange(content.Areas.Count, 1, PracticeContent.MostAreas);
        Assert.NotEmpty(content.Sources);
        Assert.All(content.Sources, s => Assert.StartsWith("https://", s.Address.Replace("http://", "https://", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(content.Results, r => Assert.InRange(r.Source ?? -1, 0, content.Sources.Count - 1));
        Known("area", content.Areas);
        Known("challenge", content.Challenges);
        Known("intervention", content.Interventions);
        Known("target_group", content.TargetGroups);
        Known("country", [content.Country]);
        Known("actor_type", [content.Owner.Type, .. content.Partners.Select(p => p.Type)]);
        Known("actor_role", content.Partners.Select(p => p.Role));
        Known("element_type", content.Elements.Select(e => e.Type));
        Known("fidelity", content.Elements.Select(e => e.Fidelity));
        Known("unit", content.Results.Select(r => r.Unit));
        Known("programme", content.Funding.Select(f => f.Programme));
        Known("cbp", content.Cbp.Keys);
        var conditions = content.Elements.SelectMany(e => e.Preconditions).ToLookup(p => p.Kind, p => p.Value);
        Known("challenge", conditions[PreconditionKind.Challenge]);
        Known("intervention", conditions[PreconditionKind.Intervention]);
        Known("place_type", conditions[PreconditionKind.PlaceType]);
        Known("country", conditions[PreconditionKind.Country]);

        void Known(string list, IEnumerable<string> given) => Assert.All(given, c => Assert.True(Codes[list].Contains(c), $"{list} has no {c}"));
    }
}
