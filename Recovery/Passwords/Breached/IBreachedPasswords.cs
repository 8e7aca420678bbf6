namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>A source of passwords that were stolen elsewhere.</summary>
public interface IBreachedPasswords
{
    /// <summary>Whether there is a source at all.</summary>
    bool IsThere { get; }

    /// <summary>
    /// Looks a password up. No more than <see cref="PasswordFingerprint.Prefix"/> leaves the process, and nothing of the fingerprint is logged.
    /// What goes wrong is <see cref="BreachAnswer.Unavailable"/>, and is told in the log; it never throws but for a cancellation.
    /// </summary>
    Task<BreachAnswer> LookUpAsync(PasswordFingerprint fingerprint, CancellationToken cancellation);
}
