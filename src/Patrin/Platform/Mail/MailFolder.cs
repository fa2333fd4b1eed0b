using Microsoft.EntityFrameworkCore;
using Patrin.Platform.Data;

namespace Patrin.Platform.Mail;

/// <summary>
/// The messages that <see cref="FolderTransport"/> wrote as files. Each lives at most as long as its row in the outbox: whoever
/// erases a person or forgets old mail takes the rows away, and this takes their files away.
/// </summary>
public sealed class MailFolder(AppDbContext db, PatrinOptions options)
{
    private const int AtOnce = 200;

    /// <summary>Removes files whose message is no longer in the outbox; returns how many. Files of other names are left alone.</summary>
    /// <param name="withoutText">
    /// Also files whose message has lost its text: nobody can look into those for the name of somebody who was erased.
    /// </param>
    /// <param name="cancel">Stops between two files.</param>
    public async Task<int> SweepAsync(bool withoutText, CancellationToken cancel)
    {
        var folder = FolderTransport.FolderOf(options);
        if (!Directory.Exists(folder))
            return 0;
        var removed = 0;
        foreach (var files in Directory.EnumerateFiles(folder).Select(path => (Path: path, Id: IdOf(path))).Where(f => f.Id is not null).Chunk(AtOnce))
        {
            var ids = files.Select(f => f.Id!.Value).ToList();
            var kept = (await db.Set<MailMessage>().Where(m => ids.Contains(m.Id) && (!withoutText || m.Body != "")).Select(m => m.Id).ToListAsync(cancel)).ToHashSet();
            foreach (var (path, _) in files.Where(f => !kept.Contains(f.Id!.Value)))
            {
                File.Delete(path);
                removed++;
            }
        }

        return removed;
    }

    // 20261103-090000-MESSAGE.eml, or the same with .part after a crash.
    private static Guid? IdOf(string path)
    {
        var parts = Path.GetFileName(path).Split('.')[0].Split('-', 3);
        return parts.Length == 3 && Guid.TryParse(parts[2], out var id) ? id : null;
    }
}
