using System.Security.Cryptography;
using System.Text;
using Patrin.Platform.Secrets;

namespace Patrin.Modules.People.Notices.Unsubscribe;

/// <summary>Links that stop topics without a sign-in. They are marked with the master key: nobody can make one for somebody else.</summary>
public sealed class UnsubscribeTokens(MasterKey key)
{
    private const string Purpose = "unsubscribe";

    public string Make(Guid account, IEnumerable<NoticeTopic> topics)
    {
        var what = $"{account:N}.{string.Join('-', topics.Order())}";
        return what + "." + key.Mark(Purpose, what);
    }

    /// <summary>Null when the link was not made here.</summary>
    public (Guid Account, IReadOnlyList<NoticeTopic> Topics)? Read(string token)
    {
        if (token.Split('.') is not [var who, var topics, var mark] || !Guid.TryParseExact(who, "N", out var account))
            return null;
        var right = Encoding.ASCII.GetBytes(key.Mark(Purpose, $"{who}.{topics}"));
        return CryptographicOperations.FixedTimeEquals(right, Encoding.UTF8.GetBytes(mark))
            ? (account, [.. topics.Split('-').Select(Enum.Parse<NoticeTopic>).Where(NoticeTopics.Choosable.Contains)])
            : null;
    }
}
