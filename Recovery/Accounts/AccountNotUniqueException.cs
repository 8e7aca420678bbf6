namespace ResetBot.Recovery.Accounts;

/// <summary>
/// Several accounts have the name or id that was looked for. Whoever acts on one of them could act on another person's: nothing is done, as while the
/// directory is silent.
/// </summary>
public sealed class AccountNotUniqueException : DirectoryUnavailableException
{
    public AccountNotUniqueException()
    {
    }

    public AccountNotUniqueException(string message)
        : base(message)
    {
    }

    public AccountNotUniqueException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
