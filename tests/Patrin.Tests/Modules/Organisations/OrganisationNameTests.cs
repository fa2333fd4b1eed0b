using Patrin.Modules.People.Organisations;
using Patrin.Platform.Errors;

namespace Patrin.Tests.Modules.Organisations;

public sealed class OrganisationNameTests
{
    [Theory]
    [InlineData("Camokob", "Самоков")] // Cyrillic letters that look like Latin ones
    [InlineData("Primăria Cluj", "Primaria  CLUJ")]
    [InlineData("Illyria", "lllyria")]
    [InlineData("Burning", "Buming")]
    [InlineData("ΡΟΜΑ", "POMA")]
    [InlineData("City 1", "City l")]
    public void Names_that_look_alike_have_one_key(string one, string other) => Assert.Equal(OrganisationName.Key(one), OrganisationName.Key(other));

    [Theory]
    [InlineData("Samokov", "Самоков")]
    [InlineData("Roma Forum", "Roma Foro")]
    public void Names_that_differ_have_two_keys(string one, string other) => Assert.NotEqual(OrganisationName.Key(one), OrganisationName.Key(other));

    [Theory]
    [InlineData("Rоma Forum")] // a Cyrillic o
    [InlineData("Roma\u202Emurof")]
    [InlineData("R")]
    [InlineData("  ")]
    public void A_name_that_could_deceive_is_refused(string name) => Assert.Throws<RuleBroken>(() => OrganisationName.Require("Name", name));

    [Theory]
    [InlineData("Сдружение ROMA", "Сдружение ROMA")]
    [InlineData(" Громадське  Обʼєднання ", "Громадське Обʼєднання")]
    [InlineData("Prima\u0306ria", "Primăria")]
    [InlineData("Roma\u200BForum", "RomaForum")]
    public void A_name_is_composed_and_tidied(string typed, string kept) => Assert.Equal(kept, OrganisationName.Require("Name", typed));

    [Theory]
    [InlineData("https://example.org@evil.test/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://localhost/")]
    [InlineData("ftp://example.org")]
    public void An_address_that_could_deceive_is_refused(string address) => Assert.Throws<RuleBroken>(() => WebAddress.Require("Website", address));

    [Fact]
    public void A_link_shows_the_host_it_leads_to()
    {
        Assert.Equal("example.org", WebAddress.Host(WebAddress.Require("Website", "example.org/roma.example.net")));
        Assert.Equal("xn--rma-sed.org", WebAddress.Host(WebAddress.Require("Website", "https://rоma.org")));
    }
}
