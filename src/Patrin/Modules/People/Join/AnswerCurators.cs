using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Contracts;
using Patrin.Modules.People.Members;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Audit;
using Patrin.Platform.Data;
using Patrin.Platform.Errors;
using Patrin.Platform.Localization;
using Patrin.Platform.Text;

namespace Patrin.Modules.People.Join;

/// <summary>Answers what a curator asked about a wish to join; curators are told.</summary>
public sealed class AnswerCurators(AppDbContext db, MembersTurn turns, Notify notify, AuditTrail audit)
{
    public async Task RunAsync(Guid organisation, string? answer, Actor actor, CancellationToken cancel)
    {
        actor.Require(organisation, OrganisationRole.Manager);
        var words = PlainText.Reason("Answer", answer, JoinRequest.WhyMax);
        await using var transaction = await turns.TakeAsync(organisation, actor, OrganisationRole.Manager, cancel);
        var request = await db.Set<JoinRequest>().FirstOrDefaultAsync(r => r.OrganisationId == organisation && r.Question != "" && r.Answer == "", cancel)
            ?? throw new RuleBroken("", "There is no open question.");
        request.Answer = words;
        await notify.RoleAsync(NetworkRole.Curator, NoticeTopic.Tasks, OrganisationLinks.Curate(organisation), new(Text.Key("{0} answered your question."), request.Name), cancel);
        audit.Note(actor, "organisation.answer", Organisation.Kind, organisation, organisation);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
