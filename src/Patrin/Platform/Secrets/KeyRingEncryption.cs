using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Patrin.Platform.Secrets;

/// <summary>Keys of the ring are stored sealed with the master key: choosing a store turns the framework's own encryption off.</summary>
internal sealed class KeyRingEncryptor(MasterKey master) : IXmlEncryptor
{
    internal const string Purpose = "key-ring";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", master.Seal(Purpose, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)))),
        typeof(KeyRingDecryptor));
}

/// <summary>Named in the stored keys: its namespace and name must stay.</summary>
public sealed class KeyRingDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(Encoding.UTF8.GetString(services.GetRequiredService<MasterKey>().Open(KeyRingEncryptor.Purpose, encryptedElement.Value)));
}
