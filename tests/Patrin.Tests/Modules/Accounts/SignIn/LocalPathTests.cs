using Patrin.Modules.People.SignIn;

namespace Patrin.Tests.Modules.Accounts.SignIn;

public sealed class LocalPathTests
{
    public static TheoryData<string> Foreign =>
    [
        "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "http://evil.example",
        "https://evil.example", "https:evil.example", "http:/evil.example", "HTTPS://evil.example", "javascript:alert(1)", "data:text/html,x", "ftp://evil.example",
        "/%2fevil.example", "/%2Fevil.example", "/%5cevil.example", "/%5Cevil.example", "%2f%2fevil.example", "/\t/evil.example", "/\n/evil.example", "/\r/evil.example",
        "/%09/evil.example%0d%0a\\", "/a\\b", "evil.example", "@evil.example", "/\0evil", " //evil.example", "\t//evil.example", "?next=//evil.example", "#//evil.example", "//evil.example@localhost",
    ];

    [Theory]
    [MemberData(nameof(Foreign))]
    public void R43_what_could_lead_to_another_site_leads_home(string next) => Assert.Equal("/", LocalPath.Read(next));

    [Theory]
    [InlineData("/account")]
    [InlineData("/places?country=BG&page=2")]
    [InlineData("/places/s%C3%A3o")]
    public void A_path_of_this_site_is_kept(string next) => Assert.Equal(next, LocalPath.Read(next));
}
