using Patrin.Platform;

namespace Patrin.Modules.Documents;

/// <summary>Sources kept verbatim, the claims read from them, and what people decided about each.</summary>
public sealed class DocumentsModule : Module
{
    public override IReadOnlyList<MenuEntry> Menu => [new("Sources", "/sources")];
}
