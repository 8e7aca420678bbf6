using QRCoder;

namespace ResetBot.Bot.Pages;

/// <summary>What an authenticator app reads to learn a secret, by camera or by a tap.</summary>
/// <param name="Issuer">Who the app says the code is for.</param>
/// <param name="Account">The person's user name, shown beside the issuer.</param>
/// <param name="Secret">In Base32.</param>
public sealed record AuthenticatorInvitation(string Issuer, string Account, string Secret)
{
    private const int PixelsPerModule = 6;

    /// <summary>The key URI that authenticator apps read: <c>otpauth://totp/ISSUER:ACCOUNT</c>.</summary>
    public string Address =>
        $"otpauth://totp/{Escaped(Issuer)}:{Escaped(Account)}?secret={Secret}&issuer={Escaped(Issuer)}&algorithm=SHA1&digits=6&period=30";

    /// <summary>The secret in groups of four, to be typed.</summary>
    public string Key => string.Join(' ', Secret.Chunk(4).Select(part => new string(part)));

    /// <summary>The address as a QR code: a data URI.</summary>
    public string Picture()
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(PixelsPerModule));
    }

    public override string ToString() => nameof(AuthenticatorInvitation);

    private static string Escaped(string text) => Uri.EscapeDataString(text);
}
