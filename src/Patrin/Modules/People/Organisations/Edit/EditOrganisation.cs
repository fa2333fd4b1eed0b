using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Members;
using Patrin.Modules.Vocabulary;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.History;

namespace Patrin.Modules.People.Organisations.Edit;

/// <summary>Changes what an organisation says about itself; every change of a public page is a version.</summary>
public sealed class EditOrganisation(AppDbContext db, MembersTurn turns, CodeLists codes, Versions versions, AuditTrail audit, TimeProvider clock)
{
    /// <param name="organisation">The organisation.</param>
    /// <param name="form">The new words.</param>
    /// <param name="version">Version of the record when the form was opened.</param>
    /// <param name="actor">A publisher or manager.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ChangedMeanwhile">Somebody else saved since.</exception>
    public async Task RunAsync(Guid organisation, OrganisationForm form, int version, Actor actor, CancellationToken cancel)
    {
        actor.Require(organisation, OrganisationRole.Publisher);
        var words = form.Checked(codes);
        await using var transaction = await turns.TakeAsync(organisation, actor, OrganisationRole.Publisher, cancel);
        var found = await db.Organisations.SingleAsync(o => o.Id == organisation, cancel);
        if (found.Version != version)
            throw new ChangedMeanwhile();
        var key = OrganisationName.Key(words.Name!);
        if (await db.Organisations.AnyAsync(o => o.NameKey == key && o.Id != organisation, cancel))
            throw new RuleBroken(nameof(form.Name), "Another organisation has this name, or one that looks like it. Write the full name.");
        if (found.IsPublic)
        {
            // The state before the first change is a version too.
            await versions.KeepAsync(Organisation.Kind, organisation, PublicFields.Of(found), Actor.System, cancel);
            await db.SaveChangesAsync(cancel);
        }

        var changed = words.WriteTo(found);
        if (changed.Count > 0)
            await SaveAsync(found, changed, actor, cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task SaveAsync(Organisation found, IReadOnlyList<string> changed, Actor actor, CancellationToken cancel)
    {
        found.Version++;
        found.ChangedAt = clock.GetUtcNow().UtcDateTime;
        // A checked name is a name a curator saw: another one is checked again.
        if (changed.Contains("name"))
            (found.VerifiedAt, found.VerifiedHow) = (null, "");
        if (found.IsPublic)
            await versions.KeepAsync(Organisation.Kind, found.Id, PublicFields.Of(found), actor, cancel);
        audit.Note(actor, "organisation.edit", Organisation.Kind, found.Id, found.Id, changed);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (DatabaseFaults.IsDuplicate(e))
        {
            // Another organisation took the name in the same moment: the database refuses the second one.
            throw new RuleBroken(nameof(OrganisationForm.Name), "Another organisation has this name, or one that looks like it. Write the full name.");
        }
    }
}
