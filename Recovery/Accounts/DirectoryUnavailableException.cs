namespace ResetBot.Recovery.Accounts;

/// <summary>The directory could not be asked. What was asked may be asked again; of a write it is not known whether it happened.</summary>
public class DirectoryUnavailableException : Exception
{
    public DirectoryUnavailableException()
    {
    }

    public DirectoryUnavailableException(string message)
        : base(message)
    {
    }

    public DirectoryUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
