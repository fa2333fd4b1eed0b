using Patrin.Modules.Documents.Reading;

namespace Patrin.Modules.Documents;

/// <summary>How a passage is marked, by what was read in it; the legend explains each.</summary>
public static class MarkStyles
{
    public static string Of(ClaimKind kind, ClaimState state) => state == ClaimState.Rejected ? "rejd" : kind switch
    {
        ClaimKind.Challenge => "chal",
        ClaimKind.Wish => "wish",
        ClaimKind.Measure => "meas",
        ClaimKind.Plan or ClaimKind.Aim or ClaimKind.ExpectedResult => "plan",
        ClaimKind.Place or ClaimKind.SubPlace => "name",
        _ => "claim",
    };
}
