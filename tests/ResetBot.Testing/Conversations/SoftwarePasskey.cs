using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ResetBot.Testing.Conversations;

/// <summary>An authenticator in software: makes one passkey (ES256, attestation "none") and uses it, as WebAuthn Level 3 §6 says.</summary>
public sealed class SoftwarePasskey : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte BackupEligible = 0x08;
    private const byte HasCredential = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = Guid.NewGuid().ToByteArray();
    private string _userHandle = "";
    private uint _count;

    /// <summary>Whether the device asked its owner who they are.</summary>
    public bool VerifiesUser { get; set; } = true;

    /// <summary>The origin that it is told; null for that of the page.</summary>
    public string? Origin { get; set; }

    /// <summary>The options that a page shows to the browser.</summary>
    public static JsonObject OptionsOf(PageDriver page) =>
        JsonNode.Parse(page.Document.QuerySelector("form[data-passkey]")!.GetAttribute("data-options")!)!.AsObject();

    /// <summary>Makes the passkey that a page asks for, and posts it.</summary>
    public async Task<PageDriver> MakesOnAsync(PageDriver page) => await page.SubmitAsync(("credential", Make(page)));

    /// <summary>Uses the passkey that a page asks for, and posts the answer.</summary>
    public async Task<PageDriver> AnswersOnAsync(PageDriver page) => await page.SubmitAsync(("credential", Use(page)));

    public string Make(PageDriver page)
    {
        var options = OptionsOf(page);
        _userHandle = (string)options["user"]!["id"]!;
        var client = ClientData("webauthn.create", options, page);
        var data = AuthenticatorData((string)options["rp"]!["id"]!, HasCredential | BackupEligible, Credential());
        byte[] attestation = [0xA3, .. Text("fmt"), .. Text("none"), .. Text("attStmt"), 0xA0, .. Text("authData"), .. Bytes(data)];
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["attestationObject"] = Base64Url.EncodeToString(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    public string Use(PageDriver page)
    {
        var options = OptionsOf(page);
        var client = ClientData("webauthn.get", options, page);
        var data = AuthenticatorData((string)options["rpId"]!, BackupEligible, []);
        var signature = _key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Answer(new JsonObject
        {
            ["clientDataJSON"] = Base64Url.EncodeToString(client),
            ["authenticatorData"] = Base64Url.EncodeToString(data),
            ["signature"] = Base64Url.EncodeToString(signature),
            ["userHandle"] = _userHandle,
        });
    }

    public void Dispose() => _key.Dispose();

    private string Answer(JsonObject response) => new JsonObject
    {
        ["id"] = Base64Url.EncodeToString(_id),
        ["rawId"] = Base64Url.EncodeToString(_id),
        ["type"] = "public-key",
        ["authenticatorAttachment"] = "platform",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();

    private byte[] ClientData(string type, JsonObject options, PageDriver page) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = (string)options["challenge"]!,
        ["origin"] = Origin ?? page.Address.GetLeftPart(UriPartial.Authority),
        ["crossOrigin"] = false,
    }.ToJsonString());

    private byte[] AuthenticatorData(string domain, byte flags, byte[] credential)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, ++_count);
        var all = (byte)(flags | UserPresent | (VerifiesUser ? UserVerified : 0));
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), all, .. count, .. credential];
    }

    // Attested credential data (§6.5.1): AAGUID, length, id, and the public key as COSE writes it (RFC 9053 §7.1.1).
    private byte[] Credential()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        byte[] key = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, .. Bytes(point.X!), 0x22, .. Bytes(point.Y!)];
        return [.. new byte[16], 0, (byte)_id.Length, .. _id, .. key];
    }

    private static byte[] Text(string text) => [(byte)(0x60 + text.Length), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Bytes(byte[] bytes) => [0x58, (byte)bytes.Length, .. bytes];
}
