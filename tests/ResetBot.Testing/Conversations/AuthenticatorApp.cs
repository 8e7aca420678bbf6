using OtpNet;

namespace ResetBot.Testing.Conversations;

/// <summary>An authenticator app on somebody's phone.</summary>
public sealed class AuthenticatorApp(string secret, TimeProvider clock)
{
    private readonly Totp _totp = new(Base32Encoding.ToBytes(secret));

    /// <summary>An app that has scanned what the page shows.</summary>
    public static AuthenticatorApp Of(PageDriver page, TimeProvider clock) => new(
        (page.Document.QuerySelector("code")?.TextContent ?? throw new StoryException($"No key on: {page.Text}")).Replace(" ", "", StringComparison.Ordinal),
        clock);

    /// <summary>What the app shows now, or some half minutes from now.</summary>
    public string Code(int stepsFromNow = 0) => _totp.ComputeTotp(clock.GetUtcNow().UtcDateTime.AddSeconds(30 * stepsFromNow));
}
