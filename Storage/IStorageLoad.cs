namespace ResetBot.Storage;

/// <summary>How busy the one writer is.</summary>
public interface IStorageLoad
{
    /// <summary>Whether as much waits to be saved as may wait: more would be refused.</summary>
    bool IsFull { get; }
}
