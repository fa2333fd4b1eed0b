using Microsoft.EntityFrameworkCore;
using Patrin.Modules.Documents;
using Patrin.Modules.Documents.Reading;
using Patrin.Modules.Places.Figures;
using Patrin.Platform.Data;

namespace Patrin.Modules.Places.Profile;

/// <summary>The one query of a profile, compiled once for this site's model.</summary>
public sealed class ProfileQuery
{
    private readonly Func<AppDbContext, string, IAsyncEnumerable<ProfileRow>> _rows = EF.CompileAsyncQuery((AppDbContext db, string key) =>
        from c in db.Set<Claim>()
        where c.SubjectKey == key && (c.State == ClaimState.Accepted || c.State == ClaimState.Corrected)
        join d in db.Set<SourceDocument>() on c.DocumentId equals d.Id
        join p in db.Set<PlacePassage>() on c.Id equals p.ClaimId into around
        from p in around.DefaultIfEmpty()
        orderby d.ImportedAt, c.DocumentId, c.Number
        select new ProfileRow
        {
            Id = c.Id, Kind = c.Kind, Low = c.Low, High = c.High, About = c.About, Unit = c.Unit, Method = c.Method,
            Scope = c.Scope, ScopeName = c.ScopeName, Year = c.Year, YearTo = c.YearTo, Text = c.Text, IsPreferred = c.IsPreferred,
            Quote = c.Quote, Start = c.QuoteStart, End = c.QuoteEnd, Before = p == null ? "" : p.Before, After = p == null ? "" : p.After,
            Document = d.Id, Title = d.Title, Publisher = d.Publisher, Address = d.Address, Written = d.Written,
            ReadOn = d.ReadOn, Language = d.Language, Licence = d.Licence,
        });

    /// <summary>Accepted claims about a subject in the order of their documents.</summary>
    public IAsyncEnumerable<ProfileRow> Of(AppDbContext db, string key) => _rows(db, key);
}

/// <summary>One accepted claim with its document and its passage, as the profile reads it.</summary>
public sealed class ProfileRow
{
    public Guid Id { get; init; }
    public ClaimKind Kind { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public bool About { get; init; }
    public string Unit { get; init; } = "";
    public string Method { get; init; } = "";
    public ClaimScope Scope { get; init; }
    public string ScopeName { get; init; } = "";
    public int? Year { get; init; }
    public int? YearTo { get; init; }
    public string Text { get; init; } = "";
    public bool IsPreferred { get; init; }
    public string Quote { get; init; } = "";
    public int Start { get; init; }
    public int End { get; init; }
    public string Before { get; init; } = "";
    public string After { get; init; } = "";
    public Guid Document { get; init; }
    public string Title { get; init; } = "";
    public string Publisher { get; init; } = "";
    public string Address { get; init; } = "";
    public string Written { get; init; } = "";
    public DateOnly ReadOn { get; init; }
    public string Language { get; init; } = "";
    public string Licence { get; init; } = "";

    public bool HasNumber => Low is not null || High is not null;

    public Figure Figure() => new()
    {
        Claim = Id, Document = Document, Kind = Kind, Low = Low, High = High, About = About, Unit = Unit, Method = Method,
        Scope = Scope, ScopeName = ScopeName, Year = Year, YearTo = YearTo, IsPreferred = IsPreferred,
    };

    /// <summary>True when the sentence shown for <paramref name="other"/> would contain the words of this claim.</summary>
    public bool Touches(ProfileRow other) =>
        Document == other.Document && Start < other.End + other.After.Length + 2 && End > other.Start - other.Before.Length - 2;

    /// <summary>A sensitive statement is shown without its surroundings when these hold a number: never beside a count.</summary>
    public Passage? Passage(bool alone) =>
        !alone || !(Before + Quote + After).Any(char.IsDigit) ? new Passage(Before, Quote, After)
        : Quote.Any(char.IsDigit) ? null : new Passage("", Quote, "");
}
