// Bad samples on purpose: the architecture test must see them (style.md 3.8: a rule of which no breach was seen proves nothing).
#pragma warning disable IDE0130 // The namespaces are the point.
namespace Patrin.Modules.Places
{
    internal sealed class PlantedPlace;
}

namespace Patrin.Modules.Twinning
{
    internal sealed class PlantedRound;
}

namespace Patrin.Platform
{
    internal sealed class PlantedPlatform
    {
        public static Type Names() => typeof(Patrin.Modules.Places.PlantedPlace);
    }
}

namespace Patrin.Modules.Documents
{
    internal sealed class PlantedDocument
    {
        /// <summary>The reference hides in an asynchronous lambda, in the compiler's nested type.</summary>
        public static Func<Task<object>> Names() => async () =>
        {
            await Task.Yield();
            return new Twinning.PlantedRound();
        };
    }
}
