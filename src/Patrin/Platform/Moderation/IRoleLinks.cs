using Patrin.Platform.Access;

namespace Patrin.Platform.Moderation;

/// <summary>A link in the corner of the account, for those who hold a role.</summary>
/// <param name="Text">English text; the key of the localised one.</param>
/// <param name="Path">Path without language.</param>
/// <param name="Waiting">How many things wait; zero shows no number.</param>
public sealed record RoleLink(string Text, string Path, int Waiting = 0);

/// <summary>A module's links for the roles somebody holds.</summary>
public interface IRoleLinks
{
    Task<IReadOnlyList<RoleLink>> OfAsync(Actor actor, CancellationToken cancel);
}
