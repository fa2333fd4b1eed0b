using Patrin.Platform.Events;

namespace Patrin.Modules.Documents.Contracts;

/// <summary>Claims about these subjects became or ceased to be facts.</summary>
/// <param name="DocumentId">The document whose claims were decided on.</param>
/// <param name="SubjectKeys">Keys of places and programmes concerned.</param>
/// <param name="At">When.</param>
public sealed record ClaimsDecided(Guid DocumentId, IReadOnlyList<string> SubjectKeys, DateTime At) : IEvent;
