namespace Patrin.Platform.Ui;

/// <summary>One page of a list.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Size">Items a page, at most 100.</param>
/// <param name="Total">Items in all.</param>
public sealed record Paging(int Number, int Size, int Total)
{
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);

    public int Skip => (Number - 1) * Size;

    /// <summary>A page number from a query string brought into range.</summary>
    public static Paging Of(int? page, int total, int size = 25)
    {
        var paging = new Paging(1, Math.Clamp(size, 1, 100), total);
        return paging with { Number = Math.Clamp(page ?? 1, 1, paging.Pages) };
    }
}
