using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Localization;

namespace Patrin.Modules.People.Organisations;

/// <summary>Words for what is stored as a code.</summary>
public sealed class OrganisationWords(Texts texts, CodeLists codes)
{
    public string Type(string code) => codes["actor_type"].Find(code)?.Label(texts.Language) ?? code;

    public string Country(string code) => codes.Countries.Find(code)?.Label(texts.Language) ?? code;

    public IEnumerable<(string Key, string Label)> Types => codes["actor_type"].Current.Select(c => (c.Key, c.Label(texts.Language)));

    public IEnumerable<(string Key, string Label)> Countries =>
        codes.Countries.Current.Select(c => (c.Key, Label: c.Label(texts.Language))).OrderBy(c => c.Label, StringComparer.CurrentCulture);

    public string State(OrganisationState state) => texts[state switch
    {
        OrganisationState.Waiting => Text.Key("Waits for a curator"),
        OrganisationState.Active => Text.Key("Takes part"),
        OrganisationState.Suspended => Text.Key("Suspended"),
        _ => Text.Key("Closed"),
    }];

    public string Led(RomaLed led) => texts[led switch
    {
        RomaLed.Yes => Text.Key("The organisation says: it is led by Roma."),
        RomaLed.No => Text.Key("The organisation says: it is not led by Roma."),
        _ => Text.Key("The organisation has not said whether it is led by Roma."),
    }];

    public string Role(OrganisationRole role) => texts[role switch
    {
        OrganisationRole.Editor => Text.Key("Editor"),
        OrganisationRole.Publisher => Text.Key("Publisher"),
        _ => Text.Key("Manager"),
    }];

    public string RoleDoes(OrganisationRole role) => texts[role switch
    {
        OrganisationRole.Editor => Text.Key("Writes drafts."),
        OrganisationRole.Publisher => Text.Key("Writes and publishes in the name of the organisation."),
        _ => Text.Key("Publishes, invites colleagues, gives roles and hands over."),
    }];

    public string Network(NetworkRole role) => texts[role switch
    {
        NetworkRole.Curator => Text.Key("Curator"),
        NetworkRole.Reviewer => Text.Key("Reviewer"),
        NetworkRole.Moderator => Text.Key("Moderator"),
        NetworkRole.Secretariat => Text.Key("Network secretariat"),
        NetworkRole.ProgrammingBody => Text.Key("Programming body"),
        _ => Text.Key("Administrator"),
    }];

    public string Field(string field) => texts[field switch
    {
        "name" => Text.Key("Name"),
        "type" => Text.Key("Kind of organisation"),
        "country" => Text.Key("Country"),
        "place" => Text.Key("Place"),
        "about" => Text.Key("About the organisation"),
        "website" => Text.Key("Website"),
        "mailbox" => Text.Key("Mailbox"),
        "roma-led" => Text.Key("Led by Roma"),
        "state" => Text.Key("State"),
        "verified" => Text.Key("How it was checked"),
        _ => Text.Key("Reason"),
    }];

    /// <summary>A stored value of a version in words.</summary>
    public string Value(string field, string value) => field switch
    {
        "type" => Type(value),
        "country" => Country(value),
        "roma-led" when Enum.TryParse<RomaLed>(value, out var led) => Led(led),
        "state" when Enum.TryParse<OrganisationState>(value, out var state) => State(state),
        _ => value,
    };
}
