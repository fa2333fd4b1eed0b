using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Organisations;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Mail;
using Patrin.Platform.Secrets;
using Patrin.Platform.Text;
using Patrin.Platform.Web;

namespace Patrin.Modules.People.Join;

/// <summary>What somebody who wants to join writes.</summary>
public sealed class JoinForm : OrganisationForm
{
    public string? Why { get; set; }

    public string? AskerName { get; set; }

    public string? Mail { get; set; }

    public string? Language { get; set; }
}

/// <summary>
/// Takes a wish to join and sends a link to the address given. The answer and the mail are the same whether or not
/// the address has an account.
/// </summary>
public sealed class AskToJoin(
    AppDbContext db, Throttle throttle, CodeLists codes, Catalogs catalogs, Texts texts, Outbox outbox, PublicLinks links, AuditTrail audit, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private const int Tries = 5;
    private static readonly TimeSpan TriesWithin = TimeSpan.FromMinutes(30);

    /// <param name="form">As typed.</param>
    /// <param name="network">Where the request comes from (see <see cref="Throttle.Network"/>).</param>
    /// <param name="actor">A visitor, or somebody signed in.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RunAsync(JoinForm form, string network, Actor actor, CancellationToken cancel)
    {
        var words = form.Checked(codes);
        var (name, mail) = (PersonName.Require(nameof(form.AskerName), form.AskerName), MailAddress.Require(nameof(form.Mail), form.Mail));
        var why = PlainText.Reason(nameof(form.Why), form.Why, JoinRequest.WhyMax);
        var language = (catalogs.ByTag(form.Language ?? "") ?? catalogs.ByTag(texts.Language) ?? catalogs.Languages[0]).Tag;
        await throttle.RequireAsync("join:network", network, Tries, TriesWithin, cancel);
        await throttle.RequireAsync("join:mail", mail.ToUpperInvariant(), Tries, TriesWithin, cancel);
        var key = OrganisationName.Key(words.Name!);
        // Only public names: that somebody else waits is nobody's business.
        if (await db.Organisations.Public().AnyAsync(o => o.NameKey == key, cancel))
            throw new RuleBroken(nameof(form.Name), "An organisation with this name, or one that looks like it, takes part already. Ask its manager to invite you.");
        var (token, now) = (RandomToken.Make(), clock.GetUtcNow().UtcDateTime);
        var request = new JoinRequest
        {
            TokenHash = RandomToken.Hash(token), AskedAt = now, EndsAt = now + Life, Mail = mail, MailKey = mail.ToUpperInvariant(), AskerName = name, Language = language, Why = why,
            Name = words.Name!, ActorType = words.ActorType!, Country = words.Country!, PlaceName = words.PlaceName!, Website = words.Website!, RomaLed = words.RomaLed,
        };
        db.Add(request);
        await MailAsync(request, token, cancel);
        audit.Note(actor, "organisation.ask", "join-request", request.Id);
        await db.SaveChangesAsync(cancel);
    }

    private async Task MailAsync(JoinRequest request, string token, CancellationToken cancel)
    {
        var link = await links.ToAsync(request.Language, OrganisationLinks.ConfirmJoin(token), cancel);
        var (subject, body) = texts.In(request.Language, () => (
            texts["Confirm that you want to join Patrin"],
            string.Join("\n\n", texts["Somebody asked to join Patrin with this organisation: {0}.", request.Name],
                texts["If it was you, open this link within 24 hours:"] + "\n" + link,
                texts["If it was not you, do nothing. What was written is removed after a day."])));
        outbox.Add(request.Mail, account: null, request.Language, subject, body);
    }
}
