using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Patrin.Modules.People.Factors;

/// <summary>Codes of authenticator apps: RFC 6238 with SHA-1, six digits, 30 seconds, which all apps know. Pure.</summary>
public static class Totp
{
    public const int KeyBytes = 20, Seconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTime utc) => (long)(utc - DateTime.UnixEpoch).TotalSeconds / Seconds;

    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 as the apps have it; the strength of HMAC does not rest on SHA-1's collisions.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, one before or after now included; null when it is none. Always looks at all three.</summary>
    public static long? Find(byte[] key, string code, DateTime utc)
    {
        long? found = null;
        var given = Encoding.ASCII.GetBytes(code);
        for (var step = StepAt(utc) - 1; step <= StepAt(utc) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(key, step)), given))
                found = step;
        }

        return found;
    }

    /// <summary>The key as apps take it: base 32 (RFC 4648) without padding.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, value) = (0, 0);
        foreach (var b in bytes)
        {
            value = ((value << 8) | b) & 0xFFFF;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Alphabet[(value >> (bits - 5)) & 31]);
        }

        return bits > 0 ? text.Append(Alphabet[(value << (5 - bits)) & 31]).ToString() : text.ToString();
    }
}
