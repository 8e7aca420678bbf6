namespace ResetBot.Recovery.Passcodes;

/// <summary>A code that the help desk gave the owner of an account, after it had made sure who they are. Good once.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Hash">Its keyed hash, bound to the account and this id.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="ExpiresAt">From when on it is worth nothing.</param>
public sealed record Passcode(string Id, string Hash, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    internal bool IsGood(DateTimeOffset now) => IssuedAt <= now && now < ExpiresAt;
}
