using Patrin.Modules.Vocabulary;
using Patrin.Platform.Errors;
using Patrin.Platform.Privacy;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Organisations;

/// <summary>What an organisation says about itself, as typed. State, verification and members have doors of their own.</summary>
public class OrganisationForm
{
    public string? Name { get; set; }

    public string? ActorType { get; set; }

    public string? Country { get; set; }

    public string? PlaceName { get; set; }

    public string? About { get; set; }

    public string? Website { get; set; }

    public string? Mailbox { get; set; }

    public RomaLed RomaLed { get; set; }

    /// <summary>Checked and cleaned; null stays null where the door does not ask.</summary>
    /// <exception cref="RuleBroken">The field and what to do.</exception>
    public OrganisationForm Checked(CodeLists codes)
    {
        if (!codes["actor_type"].TryGet(ActorType ?? "", out var type) || type.IsRetired)
            throw new RuleBroken(nameof(ActorType), "Choose a kind of organisation from the list.");
        if (!codes.Countries.TryGet(Country ?? "", out var country) || country.IsRetired)
            throw new RuleBroken(nameof(Country), "Choose a country from the list.");
        return new()
        {
            Name = OrganisationName.Require(nameof(Name), Name),
            ActorType = type.Key,
            Country = country.Key,
            PlaceName = PlainText.Line(nameof(PlaceName), PlaceName, Organisation.NameMax),
            About = Public(PlainText.Lines(nameof(About), About, Organisation.AboutMax)),
            Website = WebAddress.Require(nameof(Website), Website),
            Mailbox = string.IsNullOrWhiteSpace(Mailbox) ? "" : MailAddress.Require(nameof(Mailbox), Mailbox),
            RomaLed = Enum.IsDefined(RomaLed) ? RomaLed : RomaLed.NotStated,
        };
    }

    /// <summary>An organisation may give its own telephone number and address; what makes a list of people it may not.</summary>
    private static string Public(string about)
    {
        PersonalTraces.Refuse(nameof(About), about, TraceKind.PersonAndGroup, TraceKind.IdNumber, TraceKind.Plate);
        return about;
    }

    /// <summary>Writes the checked words into the record; returns the names of the fields that changed.</summary>
    public IReadOnlyList<string> WriteTo(Organisation organisation)
    {
        var before = PublicFields.Of(organisation);
        (organisation.Name, organisation.NameKey) = (Name!, OrganisationName.Key(Name!));
        (organisation.ActorType, organisation.Country, organisation.RomaLed) = (ActorType!, Country!, RomaLed);
        (organisation.PlaceName, organisation.PlaceKey) = (PlaceName!, OrganisationName.PlaceKey(PlaceName!));
        organisation.Sought = OrganisationName.Sought(Name!, PlaceName!);
        (organisation.About, organisation.Website, organisation.Mailbox) = (About!, Website!, Mailbox!);
        return [.. Platform.History.Versions.Differences(before, PublicFields.Of(organisation)).Select(c => c.Field)];
    }

    public static OrganisationForm Of(Organisation organisation) => new()
    {
        Name = organisation.Name, ActorType = organisation.ActorType, Country = organisation.Country, PlaceName = organisation.PlaceName,
        About = organisation.About, Website = organisation.Website, Mailbox = organisation.Mailbox, RomaLed = organisation.RomaLed,
    };
}
