namespace ResetBot.Recovery.Challenges;

/// <summary>How codes look and how long they live (section <c>Challenges</c>).</summary>
public sealed class ChallengeOptions
{
    /// <summary>Digits of a code. Default: 6, Entra SSPR.</summary>
    public int CodeDigits { get; set; } = 6;

    /// <summary>How long a sent code is accepted. Default: 5 minutes, Entra SSPR; never more than 10, NIST SP 800-63B-4 §3.1.3.</summary>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long others have to approve. Default: 60 minutes, ours.</summary>
    public TimeSpan ApprovalLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long people have to answer in another chat of theirs. Default: 60 seconds, ours.</summary>
    public TimeSpan PushLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a passcode of the help desk is good. Default: 60 minutes, ours.</summary>
    public TimeSpan PasscodeLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>The country of phone numbers that are typed without one, as an ISO 3166 code. Default: none, a number then begins with +.</summary>
    public string? PhoneRegion { get; set; }

    /// <summary>The name that an authenticator app shows above the code. Default: empty, what the service calls itself (<c>Look:Name</c>).</summary>
    public string AuthenticatorIssuer { get; set; } = "";
}
