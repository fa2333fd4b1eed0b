using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Organisations.List;
using Patrin.Platform.Access;
using Patrin.Platform.Data;
using Patrin.Platform.Ui;

namespace Patrin.Modules.People.Organisations.Api;

/// <summary>Public fields of an organisation for machines. No person, no internal field.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">Code of the list actor_type.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Place">Name of its place.</param>
/// <param name="About">Its own words.</param>
/// <param name="Website">Its website.</param>
/// <param name="Mailbox">Its public mailbox.</param>
/// <param name="RomaLed">What it says about itself: yes, no or notStated.</param>
/// <param name="Suspended">Nobody can act for it at present.</param>
/// <param name="SuspendedReason">Why; only while suspended.</param>
/// <param name="VerifiedAt">When a curator checked that it is who it says.</param>
/// <param name="VerifiedHow">How that was checked.</param>
/// <param name="ChangedAt">When its page last changed.</param>
public sealed record OrganisationJson(
    Guid Id, string Name, string Type, string Country, string? Place, string? About, string? Website, string? Mailbox, string RomaLed,
    bool Suspended, string? SuspendedReason, DateTime? VerifiedAt, string? VerifiedHow, DateTime ChangedAt)
{
    public static OrganisationJson Of(Organisation o) => new(
        o.Id, o.Name, o.ActorType, o.Country, Said(o.PlaceName), Said(o.About), Said(o.Website), Said(o.Mailbox),
        o.RomaLed switch { People.RomaLed.Yes => "yes", People.RomaLed.No => "no", _ => "notStated" },
        o.State == OrganisationState.Suspended, o.State == OrganisationState.Suspended ? Said(o.StateReason) : null, o.VerifiedAt, Said(o.VerifiedHow), o.ChangedAt);

    private static string? Said(string text) => text.Length > 0 ? text : null;
}

/// <summary>One page of organisations.</summary>
public sealed record OrganisationListJson(int Total, int Page, int Pages, IReadOnlyList<OrganisationJson> Organisations);

/// <summary>The same organisations as the pages show, for machines.</summary>
public static class OrganisationsApi
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(OrganisationLinks.Api, ListAsync).RequireAuthorization(Policies.Read);
        routes.MapGet(OrganisationLinks.Api + "/{organisation:guid}", OneAsync).RequireAuthorization(Policies.Read);
    }

    private static async Task<IResult> ListAsync(AppDbContext db, string? q, string? country, string? type, int? page, int? size, CancellationToken cancel)
    {
        var found = new OrganisationFilter(q, country, type).Apply(db.Organisations.AsNoTracking().Public());
        var paging = Paging.Of(page, await found.CountAsync(cancel), size ?? 50);
        var shown = await found.OrderBy(o => o.Name).ThenBy(o => o.Id).Skip(paging.Skip).Take(paging.Size).ToListAsync(cancel);
        return Results.Json(new OrganisationListJson(paging.Total, paging.Number, paging.Pages, [.. shown.Select(OrganisationJson.Of)]), Json);
    }

    private static async Task<IResult> OneAsync(Guid organisation, AppDbContext db, CancellationToken cancel) =>
        await db.Organisations.AsNoTracking().Public().FirstOrDefaultAsync(o => o.Id == organisation, cancel) is { } found
            ? Results.Json(OrganisationJson.Of(found), Json)
            : Results.NotFound();
}
