using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Patrin.Platform.Data;

namespace Patrin.Modules.Vocabulary.Changing;

public enum CodeChangeKind
{
    /// <summary>Other words for a code in one language.</summary>
    Words,

    /// <summary>The code is no longer offered here for new records.</summary>
    Retire,
}

/// <summary>Other words for a code, or its retirement.</summary>
public sealed class CodeChange : ListChange
{
    public const int LabelMax = 120, NoteMax = 400;

    public required CodeChangeKind Kind { get; init; }

    public required string List { get; init; }

    public required string Code { get; init; }

    /// <summary>Language of the words, BCP 47; empty for a retirement.</summary>
    public string Language { get; init; } = "";

    public string Label { get; init; } = "";

    /// <summary>What the code covers; empty keeps the shipped note.</summary>
    public string Note { get; init; } = "";

    /// <summary>Code to use instead of a retired one; empty for none.</summary>
    public string Replacement { get; init; } = "";
}

/// <summary>Tables of the code lists.</summary>
public static class CodeChangeData
{
    extension(AppDbContext db)
    {
        public DbSet<CodeChange> CodeChanges => db.Set<CodeChange>();
    }
}

internal sealed class CodeChangeMapping : IEntityTypeConfiguration<CodeChange>
{
    public void Configure(EntityTypeBuilder<CodeChange> builder)
    {
        builder.ToTable("code_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.List).HasMaxLength(40);
        builder.Property(c => c.Code).HasMaxLength(40);
        builder.Property(c => c.Language).HasMaxLength(16);
        builder.Property(c => c.Label).HasMaxLength(CodeChange.LabelMax);
        builder.Property(c => c.Note).HasMaxLength(CodeChange.NoteMax);
        builder.Property(c => c.Replacement).HasMaxLength(40);
        builder.HasIndex(c => c.EndedAt);
        builder.HasIndex(c => new { c.List, c.Code });
    }
}
