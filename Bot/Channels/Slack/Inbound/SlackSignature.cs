using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>
/// Slack's signature of a request, version 0: the HMAC-SHA256 (RFC 2104) of <c>v0:time:body</c> with the app's signing secret.
/// https://docs.slack.dev/authentication/verifying-requests-from-slack
/// </summary>
internal static class SlackSignature
{
    public const string Header = "X-Slack-Signature";
    public const string TimeHeader = "X-Slack-Request-Timestamp";

    private const string Version = "v0";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    public static string Of(string secret, long time, ReadOnlySpan<byte> body) => $"{Version}={Convert.ToHexStringLower(Hash(secret, time, body))}";

    /// <summary>Whether the body was signed with one of the secrets, within five minutes of now. Takes as long for a wrong signature as for a right one.</summary>
    public static bool IsRight(string? signature, string? time, ReadOnlySpan<byte> body, DateTimeOffset now, IEnumerable<string> secrets)
    {
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds
            || signature is null || !signature.StartsWith(Version + "=", StringComparison.Ordinal))
        {
            return false;
        }

        var isRight = false;
        foreach (var secret in secrets.Where(secret => secret.Length > 0))
        {
            isRight |= CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(signature.AsSpan()), MemoryMarshal.AsBytes(Of(secret, seconds, body).AsSpan()));
        }

        return isRight;
    }

    // In one piece, which costs less than a hash that is fed twice.
    private static byte[] Hash(string secret, long time, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Version}:{time}:"));
        var signed = ArrayPool<byte>.Shared.Rent(head.Length + body.Length);
        try
        {
            head.CopyTo(signed, 0);
            body.CopyTo(signed.AsSpan(head.Length));
            return HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed.AsSpan(0, head.Length + body.Length));
        }
        finally
        {
            // Somebody may have typed into the chat what does not belong there.
            ArrayPool<byte>.Shared.Return(signed, clearArray: true);
        }
    }
}
