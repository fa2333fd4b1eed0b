using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;

namespace Patrin.Modules.Twinning.Show;

/// <summary>A round without its two long texts.</summary>
public sealed record RoundHead(
    Guid Id, int Number, string Title, RoundStatus Status, bool IsExample, string Rules, string MethodVersion,
    DateTime OpenedAt, DateTime? RunAt, DateTime? PublishedAt);

/// <summary>A round ready to be shown.</summary>
/// <param name="Head">Title, status, dates.</param>
/// <param name="Rules">What the secretariat decided.</param>
/// <param name="Worked">What went in and what came out; null for a draft.</param>
public sealed record OpenedRound(RoundHead Head, RoundRules Rules, WorkedRound? Worked);

/// <summary>What went in and what came out.</summary>
public sealed record WorkedRound(RoundInputs Inputs, RoundResult Result)
{
    private Matching.Round? _engine;
    private readonly Dictionary<string, ProfileSnapshot> _byKey = Inputs.Places.ToDictionary(place => place.Key, StringComparer.Ordinal);

    public ProfileSnapshot? Find(string key) => _byKey.GetValueOrDefault(key);

    public ProfileSnapshot Place(string key) => _byKey[key];

    public string Name(string key) => _byKey[key].Name;

    public PairResult? Chosen(PlacePair pair) => Result.Pairs.FirstOrDefault(chosen => chosen.Pair == pair);

    /// <summary>The round as the engine knows it; made when the first question needs it.</summary>
    internal Matching.Round Engine => _engine ??= RoundMethod.Prepare(Inputs);
}

/// <summary>Finds a round by the number in its address. Reading the two long texts is spared while they are on the shelf.</summary>
public sealed class RoundReader(AppDbContext db, RoundShelf shelf)
{
    public async Task<OpenedRound?> FindAsync(int number, CancellationToken cancel)
    {
        var head = await db.Rounds.AsNoTracking().Where(r => r.Number == number)
            .Select(r => new RoundHead(r.Id, r.Number, r.Title, r.Status, r.IsExample, r.Rules, r.MethodVersion, r.OpenedAt, r.RunAt, r.PublishedAt))
            .SingleOrDefaultAsync(cancel);
        if (head is null)
            return null;
        return new OpenedRound(head, RoundJson.Read<RoundRules>(head.Rules), await WorkedAsync(head, cancel));
    }

    private async Task<WorkedRound?> WorkedAsync(RoundHead head, CancellationToken cancel)
    {
        if (head.RunAt is not { } runAt)
            return null;
        if (shelf.Find(head.Id, runAt) is { } known)
            return known;
        var texts = await db.Rounds.AsNoTracking().Where(r => r.Id == head.Id).Select(r => new { r.Inputs, r.Result }).SingleAsync(cancel);
        return shelf.Put(head.Id, runAt, new WorkedRound(RoundJson.Read<RoundInputs>(texts.Inputs), RoundJson.Read<RoundResult>(texts.Result)));
    }
}
