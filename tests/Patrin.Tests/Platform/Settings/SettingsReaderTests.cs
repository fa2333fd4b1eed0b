using System.Collections;
using Patrin.Platform.Settings;

namespace Patrin.Tests.Platform.Settings;

/// <summary>A typing mistake must not switch off a protection: the start is refused with one line.</summary>
public sealed class SettingsReaderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("patrin-settings-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public void The_environment_lies_over_the_file()
    {
        File(/*lang=json*/ """{ "publicUrl": "https://old.example.org", "smtp": { "host": "mail", "from": "a@example.org", "port": 25 }, "hostAliases": ["a.example.org"] }""");
        var settings = Read(("PATRIN_PUBLICURL", "https://patrin.example.org"), ("PATRIN_SMTP__REQUIRETLS", "false"), ("PATRIN_SMTP__PORT", "465"),
            ("PATRIN_TRUSTEDPROXIES__0", "10.0.0.5"), ("PATRIN_TRUSTEDPROXIES__1", "10.1.0.0/16"), ("PATRIN_DATA", "x"), ("PATRIN_TEST_CHROMIUM", "y"), ("PATH", "z"));
        Assert.Equal("https://patrin.example.org", settings.PublicUrl);
        Assert.Equal(("mail", 465, false), (settings.Smtp!.Host, settings.Smtp.Port, settings.Smtp.RequireTls));
        Assert.Equal(["10.0.0.5", "10.1.0.0/16"], settings.TrustedProxies);
        Assert.Equal(["a.example.org"], settings.HostAliases);
    }

    [Theory]
    [InlineData("""{ "PublicUri": "https://a.example" }""", "PublicUri: there is no setting of this name")]
    [InlineData("""{ "Smtp": { "Host": "a", "From": "b", "RequireTsl": true } }""", "Smtp.RequireTsl: there is no setting")]
    [InlineData("""{ "Smtp": { "Host": "a" } }""", "Smtp.From is missing")]
    [InlineData("""{ "Smtp": { "Host": "a", "From": "b", "Port": "25" } }""", "Smtp.Port must be a whole number")]
    [InlineData("""{ "Smtp": { "Host": "a", "From": "b", "RequireTls": "yes" } }""", "Smtp.RequireTls must be true or false")]
    [InlineData("""{ "TrustedProxies": "10.0.0.1" }""", "TrustedProxies must be a list")]
    [InlineData("""{ "TrustedProxies": [10] }""", "TrustedProxies.0 must be a text")]
    [InlineData("""{ "PublicUrl": null }""", "PublicUrl must be a text")]
    [InlineData("""{ "PublicUrl": "https://a.example", "publicurl": "https://b.example" }""", "PublicUrl stands twice")]
    [InlineData("""{ "PublicUrl": "https://a.example", "PublicUrl": "https://b.example" }""", "cannot be read as JSON")]
    [InlineData("[]", "must hold one JSON object")]
    [InlineData("{ oh", "cannot be read as JSON, line 1")]
    public void A_file_that_does_not_fit_is_refused(string json, string line)
    {
        File(json);
        Assert.Contains(line, Assert.Throws<StartRefused>(() => Read()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATRIN_PUBLICURI", "x")]
    [InlineData("PATRIN_SMTP", "x")]
    [InlineData("PATRIN_SMTP__HOTS", "x")]
    [InlineData("PATRIN_SMTP__HOST__NAME", "x")]
    [InlineData("PATRIN_TRUSTEDPROXIES", "x")]
    [InlineData("PATRIN_TRUSTEDPROXIES__FIRST", "x")]
    [InlineData("PATRIN_TRUSTEDPROXIES__1", "x")]
    [InlineData("PATRIN_SMTP__PORT", "many")]
    [InlineData("PATRIN_SMTP__REQUIRETLS", "1")]
    [InlineData("PATRIN_", "x")]
    public void A_variable_that_does_not_fit_is_refused(string name, string value) =>
        Assert.Contains(name, Assert.Throws<StartRefused>(() => Read((name, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://patrin.example.org", false)]
    [InlineData("https://patrin.example.org/path", false)]
    [InlineData("https://user@patrin.example.org", false)]
    [InlineData("patrin.example.org", false)]
    [InlineData("ftp://patrin.example.org", false)]
    [InlineData("https://patrin.example.org", true)]
    [InlineData("https://patrin.example.org:8443", true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    public void The_public_address_is_https_or_on_this_machine(string address, bool good) => Assert.Equal(good, StartChecks.FaultOf(address) is null);

    [Fact]
    public void R29_a_runtime_with_forgeable_cookies_is_refused()
    {
        Assert.Throws<StartRefused>(() => StartChecks.Runtime(new(10, 0, 6), "The .NET runtime"));
        StartChecks.Runtime(new(10, 0, 7), "The .NET runtime");
        StartChecks.Runtime(Environment.Version, "The .NET runtime");
    }

    private void File(string json) => System.IO.File.WriteAllText(Path.Combine(_data, SettingsReader.FileName), json);

    private ServerSettings Read(params (string Name, string Value)[] environment)
    {
        var variables = new Hashtable();
        foreach (var (name, value) in environment)
            variables[name] = value;
        return SettingsReader.Read(_data, variables);
    }
}
