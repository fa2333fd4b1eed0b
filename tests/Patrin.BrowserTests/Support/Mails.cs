using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Patrin.Platform.Data;
using Patrin.Platform.Mail;
using Patrin.Tests.Support;

namespace Patrin.BrowserTests.Support;

/// <summary>What somebody finds in the mailbox.</summary>
public static class Mails
{
    /// <summary>The address of a kind in the last mail to somebody, without the host.</summary>
    public static async Task<string> LastLinkAsync(Site site, string to, string kind)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var body = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<MailMessage>().Where(m => m.To == to)
            .OrderByDescending(m => m.Id).Select(m => m.Body).FirstAsync(TestContext.Current.CancellationToken);
        return Regex.Match(body, $"/en/{kind}/[A-Za-z0-9_-]+").Value;
    }
}
