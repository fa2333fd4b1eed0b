using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Modules.Vocabulary.Changing;
using Patrin.Platform.Data;

namespace Patrin.Modules.Vocabulary.Wording;

public enum WordingChangeKind
{
    /// <summary>A wording that the shipped list lacks.</summary>
    Add,

    /// <summary>A shipped wording that is no longer marked here.</summary>
    SwitchOff,
}

/// <summary>A wording that is marked too, or a shipped one that is not.</summary>
public sealed class WordingChange : ListChange
{
    public const int PatternMax = 80, InsteadMax = 300;

    public required WordingChangeKind Kind { get; init; }

    /// <summary>Language of the texts, BCP 47.</summary>
    public required string Language { get; init; }

    /// <summary>Words as written; a word ending in <c>*</c> stands for all words that begin so.</summary>
    public required string Pattern { get; init; }

    /// <summary>Code of the list <c>wording_reason</c>; empty for one that is switched off.</summary>
    public string Reason { get; init; } = "";

    public WordingLevel Level { get; init; }

    public string Instead { get; init; } = "";
}

/// <summary>Tables of the wording lists.</summary>
public static class WordingData
{
    extension(AppDbContext db)
    {
        public DbSet<WordingChange> WordingChanges => db.Set<WordingChange>();
    }
}

internal sealed class WordingChangeMapping : IEntityTypeConfiguration<WordingChange>
{
    public void Configure(EntityTypeBuilder<WordingChange> builder)
    {
        builder.ToTable("wording_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Language).HasMaxLength(16);
        builder.Property(c => c.Pattern).HasMaxLength(WordingChange.PatternMax);
        builder.Property(c => c.Reason).HasMaxLength(40);
        builder.Property(c => c.Instead).HasMaxLength(WordingChange.InsteadMax);
        builder.HasIndex(c => c.EndedAt);
        builder.HasIndex(c => new { c.Language, c.At });
    }
}
