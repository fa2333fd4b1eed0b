using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Patrin.Modules.Twinning.Show;
using Patrin.Platform.Access;

namespace Patrin.Modules.Twinning.Explain;

/// <summary>One pair explained, chosen or not: every point, every fact, what is unknown, what else would change.</summary>
[PublicPage]
public sealed class PairModel(RoundReader reader, RoundShelf shelf, PassageReader passages, MatchWords words, SumDrawing drawing, IAuthorizationService access) : PageModel
{
    public MatchWords Words => words;

    public OpenedRound Round { get; private set; } = null!;

    public WorkedRound Worked => Round.Worked!;

    public ExplainedPair Pair { get; private set; } = null!;

    public ProfileSnapshot A { get; private set; } = null!;

    public ProfileSnapshot B { get; private set; } = null!;

    public Passages Passages { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int number, string a, string b, CancellationToken cancel)
    {
        var round = await reader.FindAsync(number, cancel);
        if (round?.Worked is not { } worked || (round.Head.Status != RoundStatus.Published && !await MaySteerAsync()))
            return NotFound();
        var pair = PlacePair.Of(a, b);
        if (pair.A == pair.B || worked.Find(pair.A) is not { } placeA || worked.Find(pair.B) is not { } placeB)
            return NotFound();
        (Round, A, B) = (round, placeA, placeB);
        Pair = shelf.Answer(round.Head, $"pair {pair.A} {pair.B}", () => ExplainedPair.Of(worked, pair));
        Passages = await passages.FindAsync(Claims(), cancel);
        return Page();
    }

    public string Drawing() => drawing.Draw(Pair.Parts, Pair.Score);

    /// <summary>The facts behind a part, each with a heading and the claims that carry it.</summary>
    public IEnumerable<(string Heading, IEnumerable<Guid> Claims)> FactsOf(PartResult part)
    {
        ArgumentNullException.ThrowIfNull(part);
        foreach (var fact in part.Facts)
            yield return (words.Fact(Worked, Pair.Pair, fact), fact.ClaimsA.Concat(fact.ClaimsB));
        if (part.Part != "size")
            yield break;
        foreach (var place in new[] { A, B }.Where(place => place.ResidentsClaims.Count > 0))
            yield return (words.Residents(place), place.ResidentsClaims);
    }

    private IEnumerable<Guid> Claims() => Pair.Parts.SelectMany(part => part.Facts).SelectMany(fact => fact.ClaimsA.Concat(fact.ClaimsB))
        .Concat(A.ResidentsClaims).Concat(B.ResidentsClaims);

    private async Task<bool> MaySteerAsync() => (await access.AuthorizeAsync(User, Policies.Steer)).Succeeded;
}
