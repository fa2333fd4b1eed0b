using System.Security.Cryptography;
using System.Text;
using Patrin.Platform.Settings;

namespace Patrin.Platform.Secrets;

/// <summary>
/// The one secret of an installation: 32 bytes outside the database, from <c>PATRIN_MASTER_KEY</c> (base64, the same on every node)
/// or from DATA/master.key, made at the first start and readable by its owner only. From it the keys for each purpose are derived.
/// Whoever has a copy of the database alone can read no authenticator secret, forge no cookie and mend no audit trail.
/// </summary>
public sealed class MasterKey(byte[] secret)
{
    public const string Variable = "PATRIN_MASTER_KEY";
    private const int NonceBytes = 12, TagBytes = 16;

    private readonly byte[] _secret = secret.Length == 32 ? secret : throw new ArgumentException("A master key has 32 bytes.", nameof(secret));

    /// <summary>Reads the key, or makes it on the first start.</summary>
    public static MasterKey Open(PatrinOptions options)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            return new(Convert.FromBase64String(given));
        var file = Path.Combine(options.DataDirectory, "master.key");
        if (!File.Exists(file))
            Make(file);
        return new(Convert.FromBase64String(File.ReadAllText(file)));
    }

    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var temporary = file + "." + Guid.NewGuid().ToString("N");
        using (var written = new FileStream(temporary, OwnersFile.Options(FileMode.CreateNew)))
        {
            written.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))));
            written.Flush(flushToDisk: true);
        }

        // Two processes may start at once: the first file stays, the other reads it.
        try
        {
            File.Move(temporary, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Encrypts for one purpose (AES-256-GCM); the result is base64.</summary>
    public string Seal(string purpose, ReadOnlySpan<byte> open)
    {
        var result = new byte[NonceBytes + open.Length + TagBytes];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(Key(purpose), TagBytes);
        aes.Encrypt(result.AsSpan(0, NonceBytes), open, result.AsSpan(NonceBytes, open.Length), result.AsSpan(NonceBytes + open.Length));
        return Convert.ToBase64String(result);
    }

    /// <exception cref="CryptographicException">The text was sealed with another key or changed.</exception>
    public byte[] Open(string purpose, string sealedText)
    {
        var bytes = Convert.FromBase64String(sealedText);
        if (bytes.Length < NonceBytes + TagBytes)
            throw new CryptographicException("Too short to be sealed.");
        var open = new byte[bytes.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(Key(purpose), TagBytes);
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, open.Length), bytes.AsSpan(NonceBytes + open.Length), open);
        return open;
    }

    /// <summary>A keyed hash for one purpose, as lower-case hex: for lookups of values that must not be readable in the database.</summary>
    public string Mark(string purpose, string value) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key(purpose), Encoding.UTF8.GetBytes(value)));

    private byte[] Key(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, 32, info: Encoding.UTF8.GetBytes("patrin:" + purpose));
}

/// <summary>Random values that people carry: links, codes, session cookies. The database keeps their hash only.</summary>
public static class RandomToken
{
    /// <summary>256 bits, base64url.</summary>
    public static string Make() => Base64Url(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 of the token in lower-case hex. The token is random, so a plain hash cannot be searched.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private static string Base64Url(byte[] bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);
}
