using Patrin.Platform;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Vocabulary;

/// <summary>The words of the field: code lists with labels per language, wording lists, countries and languages.</summary>
public sealed class VocabularyModule : Module
{
    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        // Loaded here, not on first use: a broken list must stop the start, not the first visitor.
        services.AddSingleton(LoadCodes());
    }

    private static CodeLists LoadCodes()
    {
        try
        {
            return CodeLists.Load(Path.Combine(PatrinOptions.DataFiles, "codes"));
        }
        catch (CodeListException broken)
        {
            throw new RuleBroken("", "A code list is broken. Put this right and start again: {0}", broken.Message);
        }
    }
}
