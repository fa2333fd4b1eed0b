using Microsoft.Extensions.DependencyInjection;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Contracts;
using Patrin.Modules.Documents.Reading;
using Patrin.Platform.Data;
using Patrin.Platform.Events;

namespace Patrin.Tests.Support;

/// <summary>A claim to be put into a document; its passage is found by the quoted words.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Quote">Words of the document; the first occurrence counts.</param>
public sealed record TestClaim(ClaimKind Kind, string Quote)
{
    public decimal? Low { get; init; }

    public decimal? High { get; init; }

    /// <summary>Sets both ends.</summary>
    public decimal Value { init => Low = High = value; }

    public bool About { get; init; }

    public string Unit { get; init; } = "";

    public string Method { get; init; } = "";

    public ClaimScope Scope { get; init; } = ClaimScope.Place;

    public string ScopeName { get; init; } = "";

    public int? Year { get; init; }

    public int? YearTo { get; init; }

    public string Text { get; init; } = "";

    public string[] Codes { get; init; } = [];

    public ClaimState State { get; init; } = ClaimState.Accepted;

    public DateTime DecidedAt { get; init; } = TestData.Then;

    /// <summary>Ranks it first, for this reason.</summary>
    public string? Preferred { get; init; }
}

/// <summary>A place a document is about.</summary>
public sealed record TestPlace(string Key, string Name, string Country, string Type = "MUNICIPALITY")
{
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }
}

/// <summary>
/// Puts documents and decided claims into a running site as the review queue would: rows, decisions and the event.
/// </summary>
public static class TestData
{
    public static readonly DateTime Then = new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc);

    private static int _documents;

    /// <summary>A document about one place with its claims, decided on; returns its id.</summary>
    public static async Task<Guid> PlaceAsync(Site site, TestPlace place, string text, params TestClaim[] claims)
    {
        var document = await DocumentAsync(site, text, [place]);
        await ClaimsAsync(site, document, place.Key, claims);
        return document;
    }

    /// <summary>A document without claims; returns its id.</summary>
    public static async Task<Guid> DocumentAsync(Site site, string text, IReadOnlyList<TestPlace> places, string? title = null)
    {
        await using var scope = Scope(site);
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var number = Interlocked.Increment(ref _documents);
        var document = new SourceDocument
        {
            Title = title ?? $"Profile of {places[0].Name}",
            Publisher = "Test press",
            ReadOn = new DateOnly(2026, 11, 2),
            Written = "2016",
            Language = "en",
            MediaType = "text/plain",
            Sha256 = number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
            TextLength = text.Length,
            ImportedAt = Then,
            ImportedBy = "test",
        };
        document.Subjects.AddRange(places.Select(p => new DocumentSubject
        {
            DocumentId = document.Id, Key = p.Key, Name = p.Name, Country = p.Country, Type = p.Type,
            Latitude = p.Latitude, Longitude = p.Longitude, SectionEnd = text.Length,
        }));
        document.Parts.Add(new DocumentPart { DocumentId = document.Id, Number = 1, Start = 0, End = text.Length, CodePointsBefore = 0, Text = text });
        document.IndexForSearch();
        db.Add(document);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return document.Id;
    }

    public static Task<IReadOnlyList<Guid>> ClaimAsync(Site site, Guid document, string subject, TestClaim claim) =>
        ClaimsAsync(site, document, subject, claim);

    /// <summary>Adds claims with their decisions and publishes the event, in one transaction as the use cases do; returns their ids.</summary>
    public static async Task<IReadOnlyList<Guid>> ClaimsAsync(Site site, Guid document, string subject, params TestClaim[] claims)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var scope = Scope(site);
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var text = db.Set<DocumentPart>().Single(p => p.DocumentId == document).Text;
        var first = db.Set<Claim>().Where(c => c.DocumentId == document).Max(c => (int?)c.Number) ?? 0;
        var made = claims.Select((c, i) => Make(c, document, subject, text, first + i + 1)).ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.AddRange(made);
        await db.SaveChangesAsync(cancel);
        await PublishAsync(scope, document, subject, claims.Max(c => c.DecidedAt));
        await transaction.CommitAsync(cancel);
        return [.. made.Select(c => c.Id)];
    }

    /// <summary>Changes a claim as a later decision would.</summary>
    public static async Task DecideAsync(Site site, Guid claim, DecisionKind kind, DateTime at, string reason = "", Action<Claim>? change = null, string changes = "")
    {
        await using var scope = Scope(site);
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var row = db.Set<Claim>().Single(c => c.Id == claim);
        change?.Invoke(row);
        row.DecidedAt = at;
        row.Version++;
        row.State = kind switch
        {
            DecisionKind.Accept => ClaimState.Accepted,
            DecisionKind.Correct => ClaimState.Corrected,
            DecisionKind.Reject => ClaimState.Rejected,
            DecisionKind.Reopen => ClaimState.Proposed,
            DecisionKind.MarkStale => ClaimState.Stale,
            _ => row.State,
        };
        db.Add(new ClaimDecision { ClaimId = claim, Version = row.Version, Kind = kind, At = at, By = "test", Reason = reason, Changes = changes });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await PublishAsync(scope, row.DocumentId, row.SubjectKey, at);
    }

    private static AsyncServiceScope Scope(Site site)
    {
        Assert.SkipWhen(site.Unavailable is not null, site.Unavailable ?? "");
        return site.Services.CreateAsyncScope();
    }

    private static Task PublishAsync(AsyncServiceScope scope, Guid document, string subject, DateTime at) =>
        scope.ServiceProvider.GetRequiredService<EventPublisher>()
            .PublishAsync(new ClaimsDecided(document, [subject], at), TestContext.Current.CancellationToken);

    private static Claim Make(TestClaim c, Guid document, string subject, string text, int number)
    {
        var start = text.IndexOf(c.Quote, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The document does not say: {c.Quote}");
        var claim = new Claim
        {
            DocumentId = document, Number = number, Kind = c.Kind, SubjectKey = subject, Low = c.Low, High = c.High, About = c.About,
            Unit = c.Unit.Length > 0 ? c.Unit : UnitOf(c), Method = c.Method, Scope = c.Scope, ScopeName = c.ScopeName, Year = c.Year, YearTo = c.YearTo,
            Text = c.Text, QuoteStart = start, QuoteEnd = start + c.Quote.Length, CodePointStart = start, CodePointEnd = start + c.Quote.Length, Quote = c.Quote, Confidence = 1, Rule = "test",
            State = c.State, DecidedAt = c.State == ClaimState.Proposed ? null : c.DecidedAt, IsPreferred = c.Preferred is not null,
        };
        claim.Codes.AddRange(c.Codes.Select(code => new ClaimCode { ClaimId = claim.Id, Code = code }));
        if (KindOf(c.State) is { } kind)
            claim.Decisions.Add(new ClaimDecision { ClaimId = claim.Id, Version = ++claim.Version, Kind = kind, At = c.DecidedAt, By = "test" });
        if (c.Preferred is not null)
            claim.Decisions.Add(new ClaimDecision { ClaimId = claim.Id, Version = ++claim.Version, Kind = DecisionKind.Prefer, At = c.DecidedAt, By = "test", Reason = c.Preferred });
        return claim;
    }

    private static string UnitOf(TestClaim c) => c switch
    {
        { Low: null, High: null } => "",
        { Kind: ClaimKind.RomaShare } => "PERCENT",
        _ => "PERSONS",
    };

    private static DecisionKind? KindOf(ClaimState state) => state switch
    {
        ClaimState.Accepted => DecisionKind.Accept,
        ClaimState.Corrected => DecisionKind.Correct,
        ClaimState.Rejected => DecisionKind.Reject,
        ClaimState.Stale => DecisionKind.MarkStale,
        _ => null,
    };
}
