namespace Patrin.Modules.Twinning.Explain;

/// <summary>What one place could learn from the other, and what it could teach it.</summary>
public sealed record Learning(ProfileSnapshot Learner, ProfileSnapshot Teacher, IReadOnlyList<Learning.Topic> Topics, IReadOnlyList<string> CouldTeach)
{
    /// <summary>Something that one place wants and the other does, with the claims of both.</summary>
    public sealed record Topic(string Code, IReadOnlyList<Guid> Wanted, IReadOnlyList<Guid> Running);

    public static Learning Of(ProfileSnapshot learner, ProfileSnapshot teacher)
    {
        ArgumentNullException.ThrowIfNull(learner);
        ArgumentNullException.ThrowIfNull(teacher);
        var topics = learner.Needs.Join(teacher.Offers, need => need.Code, offer => offer.Code, (need, offer) => new Topic(need.Code, need.Claims, offer.Claims));
        var taught = learner.Offers.Select(offer => offer.Code).Intersect(teacher.Needs.Select(need => need.Code));
        return new Learning(learner, teacher, [.. topics], [.. taught]);
    }
}
