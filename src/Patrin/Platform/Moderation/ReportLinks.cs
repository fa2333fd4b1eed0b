namespace Patrin.Platform.Moderation;

/// <summary>Where anybody reports an item, without the language.</summary>
public static class ReportLinks
{
    /// <param name="kind">Kind of an <see cref="IReportable"/>.</param>
    /// <param name="id">Its id.</param>
    public static string About(string kind, Guid id) => $"/report?about={kind}:{id}";
}
