using Patrin.Modules.Vocabulary.Changing;
using Patrin.Modules.Vocabulary.Gazetteer;
using Patrin.Modules.Vocabulary.Wording;
using Patrin.Platform;
using Patrin.Platform.Errors;

namespace Patrin.Modules.Vocabulary;

/// <summary>The words of the field: code lists with labels per language, wording hints, countries and languages.</summary>
public sealed class VocabularyModule : Module
{
    public override void AddServices(IServiceCollection services, PatrinOptions options)
    {
        services.AddSingleton(_ => PlaceNames.Load(Path.Combine(PatrinOptions.DataFiles, "gazetteer")));
        services.AddScoped<ListChanges<WordingChange>>().AddScoped<ChangeWording>().AddHostedService<FollowChanges<WordingChange>>();
        services.AddScoped<ListChanges<CodeChange>>().AddScoped<ChangeCodes>().AddHostedService<FollowChanges<CodeChange>>();
        // Loaded here, not on first use: a broken list must stop the start, not the first visitor.
        try
        {
            var codes = CodeLists.Load(Path.Combine(PatrinOptions.DataFiles, "codes"));
            var hints = new WordingHints(WordingReader.Load(Path.Combine(PatrinOptions.DataFiles, "wording"), codes));
            services.AddSingleton(codes).AddSingleton<IChangedLists<CodeChange>>(codes).AddSingleton(hints).AddSingleton<IChangedLists<WordingChange>>(hints);
        }
        catch (CodeListException broken)
        {
            throw new RuleBroken("", "A code or wording list is broken. Put this right and start again: {0}", broken.Message);
        }
    }
}
