namespace Patrin.Modules.Practices.Assigning;

/// <summary>Why somebody cannot be asked for a view on a record; <see cref="None"/> when nothing stands against it.</summary>
public enum Obstacle
{
    None,
    OtherKind,
    NoRoom,
    Writer,
    OwnOrganisation,
    OwnPlace,
    DeclaredInterest,
    ReviewedBefore,
    SameOrganisationReviews,
    SameCountry,
}

/// <summary>The rules of who may review what, and how well it fits. The lower the cost, the better.</summary>
public static class Suitability
{
    /// <summary>Reading through a translation costs more than one more review on the pile; another field costs most.</summary>
    public const int ForeignLanguage = 30, NoSharedArea = 40, PerOpenReview = 10;

    /// <summary>The first thing that stands against asking this person, or none. A conflict is never weighed: it excludes.</summary>
    public static Obstacle Against(Reviewer reviewer, WaitingRecord record, ReviewerKind view)
    {
        if (!reviewer.Kinds.Contains(view))
            return Obstacle.OtherKind;
        if (record.Writers.Contains(reviewer.Key))
            return Obstacle.Writer;
        if (record.Refused.Contains(reviewer.Key))
            return Obstacle.ReviewedBefore;
        if (reviewer.Organisation is { } organisation)
        {
            if (record.Parties.Contains(organisation))
                return Obstacle.OwnOrganisation;
            if (record.Taken.Contains(organisation))
                return Obstacle.SameOrganisationReviews;
        }

        if (reviewer.Interests.Overlaps(record.Parties))
            return Obstacle.DeclaredInterest;
        // "A local practitioner from another country": somebody who is not part of the same system.
        if (view == ReviewerKind.Practitioner && reviewer.Country == record.Country)
            return Obstacle.SameCountry;
        return reviewer.Free == 0 ? Obstacle.NoRoom : Obstacle.None;
    }

    /// <summary>Cost of the fit without the pile: language and field.</summary>
    public static int Misfit(Reviewer reviewer, WaitingRecord record) =>
        (reviewer.Languages.Contains(record.Language) ? 0 : ForeignLanguage) + (reviewer.Areas.Overlaps(record.Areas) ? 0 : NoSharedArea);

    /// <summary>Cost of the next review for somebody with this many open: it grows, so that the queue is spread.</summary>
    public static int OfPile(int open) => PerOpenReview * open;
}
