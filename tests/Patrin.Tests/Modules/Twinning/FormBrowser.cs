using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Patrin.Tests.Support;

namespace Patrin.Tests.Modules.Twinning;

/// <summary>Fills in forms as a browser without JavaScript does: all fields of the form, its token and cookie.</summary>
internal sealed class FormBrowser(Site site)
{
    private readonly HttpClient _client = site.Browser();

    public async Task<IHtmlDocument> PageAsync(string address)
    {
        var response = await _client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address} answered {(int)response.StatusCode}");
        return Html.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The fields of the only posted form of a page; check boxes of one name are joined with a line feed.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string address) =>
        Fields((IHtmlFormElement)(await PageAsync(address)).QuerySelectorAll("main form[method=post]").Single());

    public static Dictionary<string, string> Fields(IHtmlFormElement form) => form.Elements
        .Where(element => element.GetAttribute("name") is { Length: > 0 })
        .Select(element => (Name: element.GetAttribute("name")!, Value: ValueOf(element)))
        .Where(field => field.Value is not null)
        .GroupBy(field => field.Name).ToDictionary(group => group.Key, group => string.Join('\n', group.Select(field => field.Value)));

    public async Task<HttpResponseMessage> SendAsync(string address, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields.SelectMany(field => field.Value.Split('\n').Select(value => KeyValuePair.Create(field.Key, value))));
        return await _client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private static string? ValueOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };
}
