namespace ResetBot.Recovery.Passwords.History;

/// <summary>
/// What will be remembered of a password once the directory has taken it: made and saved before the directory is asked, so that a crash or a
/// lost answer in between loses nothing.
/// </summary>
/// <param name="Entry">A salted slow hash, encrypted.</param>
/// <param name="Keep">How many entries the history of this account keeps.</param>
public sealed record PendingPassword(string Entry, int Keep)
{
    public override string ToString() => "[pending]";
}
