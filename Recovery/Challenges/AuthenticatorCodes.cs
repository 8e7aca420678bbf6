using OtpNet;

namespace ResetBot.Recovery.Challenges;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 6 digits and steps of 30 s, which every app understands.</summary>
internal static class AuthenticatorCodes
{
    /// <summary>160 bits, as RFC 4226 §4 recommends.</summary>
    public static string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(20));

    /// <summary>The step that a code belongs to, one step of clock drift either way (RFC 6238 §5.2); null when it is wrong or used up.</summary>
    public static long? Step(string secret, ReadOnlySpan<char> code, long lastStep, DateTimeOffset now)
    {
        var totp = new Totp(Base32Encoding.ToBytes(secret));
        var right = totp.VerifyTotp(now.UtcDateTime, code.ToString(), out var step, new VerificationWindow(previous: 1, future: 1));
        return right && step > lastStep ? step : null;
    }
}
