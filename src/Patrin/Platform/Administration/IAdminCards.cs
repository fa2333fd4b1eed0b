namespace Patrin.Platform.Administration;

/// <summary>A way on from the administrators' front page, with the state of what lies behind it.</summary>
/// <param name="Title">What it is called, in the reader's language.</param>
/// <param name="Path">Path without language.</param>
/// <param name="Says">One sentence about the state now, in the reader's language.</param>
/// <param name="Waiting">How many things need somebody; those cards stand first.</param>
public sealed record AdminCard(string Title, string Path, string Says, int Waiting = 0);

/// <summary>A module's cards for the administrators' front page. Each question must be answered from an index.</summary>
public interface IAdminCards
{
    Task<IReadOnlyList<AdminCard>> ReadAsync(CancellationToken cancel);
}
