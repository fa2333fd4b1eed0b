using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Patrin.Tests.Modules.Accounts.Factors;

/// <summary>A passkey device in code: answers the options of the site as a browser does, rightly or in the way a test wants it wrong.</summary>
internal sealed class SoftKey : IDisposable
{
    private const byte Present = 1, Verified = 4, WithKey = 64;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private string _owner = "";

    /// <summary>How often it has signed.</summary>
    public uint Counter { get; set; }

    /// <summary>False leaves out the finger, the face or the PIN.</summary>
    public bool AsksForTheFinger { get; set; } = true;

    public string Origin { get; set; } = "http://localhost";

    public string Site { get; set; } = "localhost";

    /// <summary>Answers the options of a registration.</summary>
    public string Make(string options)
    {
        var asked = JsonNode.Parse(options)!;
        _owner = (string)asked["user"]!["id"]!;
        var point = _key.ExportParameters(false).Q;
        // COSE: an elliptic key for ES256 on P-256 with its two coordinates.
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Data(WithKey), .. new byte[16], 0, (byte)_id.Length, .. _id, .. cose];
        // CBOR: { "fmt": "none", "attStmt": {}, "authData": bytes }.
        byte[] made = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Answer(new() { ["clientDataJSON"] = Text(Client("webauthn.create", asked)), ["attestationObject"] = Text(made), ["transports"] = new JsonArray("internal") });
    }

    /// <summary>Answers the options of a sign-in or a proof.</summary>
    public string Sign(string options)
    {
        Counter++;
        var client = Client("webauthn.get", JsonNode.Parse(options)!);
        var data = Data(0);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new() { ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = _owner });
    }

    public void Dispose() => _key.Dispose();

    private byte[] Client(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(
        new { type, challenge = (string)asked["challenge"]!, origin = Origin, crossOrigin = false });

    private byte[] Data(byte more)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, Counter);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(Site)), (byte)(Present | (AsksForTheFinger ? Verified : 0) | more), .. counter];
    }

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Text(_id), ["rawId"] = Text(_id), ["type"] = "public-key", ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
