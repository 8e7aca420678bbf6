namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>No source was configured.</summary>
public sealed class NoBreachedPasswords : IBreachedPasswords
{
    public bool IsThere => false;

    public Task<BreachAnswer> LookUpAsync(PasswordFingerprint fingerprint, CancellationToken cancellation) =>
        Task.FromResult<BreachAnswer>(new BreachAnswer.Absent());
}
