using PhoneNumbers;

namespace ResetBot.Recovery.Challenges;

/// <summary>Lists what is out of range in <see cref="ChallengeOptions"/>.</summary>
public static class ChallengeOptionsValidator
{
    public static IEnumerable<string> Faults(ChallengeOptions options)
    {
        if (options.CodeDigits is < 6 or > 8)
        {
            yield return $"Challenges:CodeDigits is {options.CodeDigits}; it must be from 6 to 8.";
        }

        if (options.CodeLifetime < TimeSpan.FromMinutes(1) || options.CodeLifetime > TimeSpan.FromMinutes(10))
        {
            yield return $"Challenges:CodeLifetime is {options.CodeLifetime}; it must be from 1 to 10 minutes.";
        }

        if (options.ApprovalLifetime < TimeSpan.FromMinutes(5) || options.ApprovalLifetime > TimeSpan.FromHours(24))
        {
            yield return $"Challenges:ApprovalLifetime is {options.ApprovalLifetime}; it must be from 5 minutes to 24 hours.";
        }

        if (options.PushLifetime < TimeSpan.FromSeconds(20) || options.PushLifetime > TimeSpan.FromMinutes(10))
        {
            yield return $"Challenges:PushLifetime is {options.PushLifetime}; it must be from 20 seconds to 10 minutes.";
        }

        if (options.PasscodeLifetime < TimeSpan.FromMinutes(5) || options.PasscodeLifetime > TimeSpan.FromHours(24))
        {
            yield return $"Challenges:PasscodeLifetime is {options.PasscodeLifetime}; it must be from 5 minutes to 24 hours.";
        }

        if (options.PhoneRegion is { } region && !PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region))
        {
            yield return $"Challenges:PhoneRegion is '{region}'; it must be an ISO 3166 code of two capital letters.";
        }

        if (options.AuthenticatorIssuer is { Length: > 0 } issuer && (string.IsNullOrWhiteSpace(issuer) || issuer.Contains(':', StringComparison.Ordinal)))
        {
            yield return $"Challenges:AuthenticatorIssuer is '{options.AuthenticatorIssuer}'; it must be a name without a colon.";
        }
    }
}
