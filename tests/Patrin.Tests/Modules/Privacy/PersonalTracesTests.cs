using System.Diagnostics;
using Patrin.Modules.People.Moderation;
using Patrin.Platform.Errors;
using Patrin.Platform.Privacy;

namespace Patrin.Tests.Modules.Privacy;

public sealed class PersonalTracesTests
{
    [Theory]
    [InlineData("Write to maria.p@example.org about it.", TraceKind.Mail)]
    [InlineData("His number is +359 88 123 4567.", TraceKind.Phone)]
    [InlineData("Sunați la 0722 123 456.", TraceKind.Phone)]
    [InlineData("CNP 2850101223344 of the mother", TraceKind.IdNumber)]
    [InlineData("A car, CJ 12 ABC, stood there.", TraceKind.Plate)]
    [InlineData("They live at str. Mihai Viteazu nr. 14 since May.", TraceKind.Address)]
    [InlineData("A Kossuth utca 12 alatt laknak.", TraceKind.Address)]
    [InlineData("Ivan Petrov is one of the Roma who moved here.", TraceKind.PersonAndGroup)]
    [InlineData("A Roma woman Elena told us.", TraceKind.PersonAndGroup)]
    public void R58_what_points_at_a_person_is_held(string text, TraceKind kind)
    {
        Assert.Contains(PersonalTraces.Find(text), t => t.Kind == kind);
        Assert.Equal("Form.About", Assert.Throws<RuleBroken>(() => PersonalTraces.Refuse("Form.About", text)).Field);
        Assert.Empty(PersonalTraces.Find(PersonalTraces.Redacted(text)));
    }

    [Theory]
    [InlineData("About 12,400 people live here; 1,300 said in 2011 that they are Roma.")]
    [InlineData("We are a Roma association of Samokov and teach children since 1998.")]
    [InlineData("EDU-07 and INT-01 were tried from 2007 to 2013 with 7.5 million euros.")]
    [InlineData("Roma and Sinti families want better schools.")]
    public void Ordinary_sentences_pass(string text)
    {
        Assert.Empty(PersonalTraces.Find(text));
        PersonalTraces.Refuse("Form.About", text);
    }

    [Fact]
    public void The_search_is_linear()
    {
        var clock = Stopwatch.StartNew();
        PersonalTraces.Find(string.Concat(Enumerable.Repeat("Aa Bb, is 0 12 34 a.b@c-", 20_000)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), clock.Elapsed.ToString());
    }

    [Fact]
    public void R67_others_together_weigh_less_than_two_verified_organisations()
    {
        var others = Enumerable.Range(0, 500).Select(i => new Weighed(i % 2 == 0 ? Standing.NewAccount : Standing.Account, null, "n" + i));
        Assert.True(ReportWeights.Sum([.. others, new(Standing.Verified, Guid.NewGuid(), "")]) < ReportWeights.HideAt);
        var one = Guid.NewGuid();
        Assert.True(ReportWeights.Sum([.. Enumerable.Repeat(new Weighed(Standing.Verified, one, ""), 20)]) < ReportWeights.HideAt);
        Assert.True(ReportWeights.Sum([new(Standing.Verified, one, ""), new(Standing.Verified, Guid.NewGuid(), "")]) >= ReportWeights.HideAt);
    }
}
