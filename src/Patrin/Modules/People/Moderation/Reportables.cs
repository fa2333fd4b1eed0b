using Patrin.Platform.Moderation;

namespace Patrin.Modules.People.Moderation;

/// <summary>Everything that can be reported, by kind; and how <c>?about=kind:id</c> is read.</summary>
public sealed class Reportables(IEnumerable<IReportable> all)
{
    public IReportable? Of(string kind) => all.FirstOrDefault(r => r.Kind == kind);

    public async Task<(IReportable Kind, Guid Id, ReportedItem Item)?> FindAsync(string? about, CancellationToken cancel)
    {
        var parts = (about ?? "").Split(':');
        if (parts.Length != 2 || Of(parts[0]) is not { } kind || !Guid.TryParse(parts[1], out var id))
            return null;
        return await kind.FindAsync(id, cancel) is { } item ? (kind, id, item) : null;
    }
}
