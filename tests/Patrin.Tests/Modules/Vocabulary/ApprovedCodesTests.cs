namespace Patrin.Tests.Modules.Vocabulary;

public sealed class ApprovedCodesTests
{
    private static readonly string[] Approved = File.ReadAllLines(ShippedLists.ApprovedFile());

    private static readonly string[] Present =
        [.. ShippedLists.Load().All.SelectMany(list => list.All.Select(code => $"{list.Name} {code.Key}"))];

    [Fact]
    public void A_code_is_never_deleted_only_retired() =>
        Assert.Empty(Approved.Except(Present, StringComparer.Ordinal));

    [Fact]
    public void A_new_code_is_written_into_the_approved_list() =>
        Assert.Empty(Present.Except(Approved, StringComparer.Ordinal));
}
