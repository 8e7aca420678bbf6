namespace ResetBot.Storage;

/// <summary>More waits to be saved than may wait: nothing of this work was saved, and it may be tried again in a while.</summary>
public sealed class StorageBusyException : Exception
{
    public StorageBusyException()
    {
    }

    public StorageBusyException(string message)
        : base(message)
    {
    }

    public StorageBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
