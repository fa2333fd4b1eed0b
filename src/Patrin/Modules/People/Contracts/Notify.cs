using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Patrin.Modules.People.Notices;
using Patrin.Platform.Access;
using Patrin.Platform.Data;

namespace Patrin.Modules.People.Contracts;

/// <summary>An English sentence with placeholders {0}, {1} … and their values; written out in each reader's language.</summary>
public sealed record NoticeText(string Text, params IReadOnlyList<object> Arguments);

/// <summary>
/// Tells people something. The notices are saved with the change they tell about; mail goes out afterwards, as each reader chose.
/// Texts are marked with <c>Text.Key("…")</c> so that they are translated.
/// </summary>
public sealed class Notify(AppDbContext db, TimeProvider clock)
{
    /// <summary>Tells one account.</summary>
    /// <param name="account">The reader.</param>
    /// <param name="topic">What it is about.</param>
    /// <param name="path">Path without language that it leads to.</param>
    /// <param name="text">What it says.</param>
    public void Account(Guid account, NoticeTopic topic, string path, NoticeText text) => db.Add(new Notice
    {
        AccountId = account, Topic = topic, Path = path, Text = text.Text, At = clock.GetUtcNow().UtcDateTime,
        Arguments = JsonSerializer.Serialize(text.Arguments.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture) ?? "")),
    });

    /// <summary>Tells everybody who holds a network role today.</summary>
    public async Task RoleAsync(NetworkRole role, NoticeTopic topic, string path, NoticeText text, CancellationToken cancel)
    {
        var readers = await db.RoleGrants.At(clock.GetUtcNow().UtcDateTime)
            .Where(g => g.Role == role && g.Account.State == AccountState.Active).Select(g => g.AccountId).Distinct().ToListAsync(cancel);
        foreach (var reader in readers)
            Account(reader, topic, path, text);
    }

    /// <summary>Tells the members of an organisation who hold at least this role.</summary>
    public async Task OrganisationAsync(
        Guid organisation, OrganisationRole atLeast, NoticeTopic topic, string path, NoticeText text, CancellationToken cancel)
    {
        var members = await db.Memberships.At(clock.GetUtcNow().UtcDateTime)
            .Where(m => m.OrganisationId == organisation && m.Account.State == AccountState.Active).Select(m => new { m.AccountId, m.Role }).ToListAsync(cancel);
        foreach (var reader in members.Where(m => m.Role >= atLeast).Select(m => m.AccountId).Distinct())
            Account(reader, topic, path, text);
    }
}
