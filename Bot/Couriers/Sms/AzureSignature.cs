using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>Signs requests to Azure Communication Services with an access key: HMAC-SHA256 over method, path, time, host and the hash of the body.</summary>
internal static class AzureSignature
{
    public static void Sign(HttpRequestMessage request, ReadOnlySpan<byte> body, string accessKey, DateTimeOffset now)
    {
        var address = request.RequestUri!;
        var date = now.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        var hash = Convert.ToBase64String(SHA256.HashData(body));
        var signed = $"{request.Method}\n{address.PathAndQuery}\n{date};{address.Authority};{hash}";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(accessKey), Encoding.UTF8.GetBytes(signed)));
        request.Headers.Add("x-ms-date", date);
        request.Headers.Add("x-ms-content-sha256", hash);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "HMAC-SHA256", $"SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={signature}");
    }
}
