using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>
/// <c>X-Signature: t=&lt;seconds since 1970&gt;,v1=&lt;hex&gt;</c>, where v1 is the HMAC-SHA256 (RFC 2104) of <c>t.body</c>; one v1 for each secret
/// in force. The far end compares in fixed time and refuses a time that is minutes away.
/// </summary>
internal static class RequestSignature
{
    public const string Header = "X-Signature";

    public static string Of(ReadOnlySpan<byte> body, DateTimeOffset now, IEnumerable<string> secrets)
    {
        var time = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.ASCII.GetBytes(time), (byte)'.', .. body];
        var signatures = secrets.Select(secret => $",v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}");
        return $"t={time}{string.Concat(signatures)}";
    }
}
