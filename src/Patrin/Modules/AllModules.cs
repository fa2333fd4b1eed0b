using Patrin.Platform;

namespace Patrin.Modules;

/// <summary>The modules in the order of design.md: each may refer to those before it.</summary>
public static class AllModules
{
    public static ModuleList Create() => new(
    [
        new Vocabulary.VocabularyModule(),
        new People.PeopleModule(),
        new Documents.DocumentsModule(),
        new Places.PlacesModule(),
        new Practices.PracticesModule(),
        new Twinning.TwinningModule(),
        new Recommendations.RecommendationsModule(),
        new Administration.AdministrationModule(),
        new Site.SiteModule(),
    ]);
}
