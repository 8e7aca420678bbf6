using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>Refuses passwords that were stolen elsewhere.</summary>
public sealed class BreachedPasswordCheck(IBreachedPasswords source, BreachedPasswordOptions options)
{
    /// <summary>Whether passwords are looked up at all.</summary>
    public bool IsOn => source.IsThere;

    /// <summary>What the source says, where one that stands there too seldom to be refused counts as absent.</summary>
    public async Task<BreachAnswer> LookUpAsync(NewPassword password, CancellationToken cancellation)
    {
        using var fingerprint = PasswordFingerprint.Of(password);
        var answer = await source.LookUpAsync(fingerprint, cancellation);
        return answer is BreachAnswer.Present { Times: var times } && times < options.MinimumCount ? new BreachAnswer.Absent() : answer;
    }

    /// <summary>Whether a password that could not be looked up is taken all the same.</summary>
    public bool GoesOnWithout => options.WhenUnavailable == WhenUnavailable.GoOn;
}
