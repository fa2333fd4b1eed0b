namespace Patrin.Modules.People.Organisations;

/// <summary>What everybody may read of an organisation, by field name: versions and their differences are made of it.</summary>
public static class PublicFields
{
    public static IReadOnlyDictionary<string, string> Of(Organisation o) => new Dictionary<string, string>
    {
        ["name"] = o.Name, ["type"] = o.ActorType, ["country"] = o.Country, ["place"] = o.PlaceName, ["about"] = o.About,
        ["website"] = o.Website, ["mailbox"] = o.Mailbox, ["roma-led"] = o.RomaLed.ToString(), ["state"] = o.State.ToString(),
        ["verified"] = o.VerifiedHow, ["reason"] = o.State == OrganisationState.Suspended ? o.StateReason : "",
    };
}
