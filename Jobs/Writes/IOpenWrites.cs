namespace ResetBot.Jobs.Writes;

/// <summary>Directory writes whose answer was lost.</summary>
public interface IOpenWrites
{
    /// <summary>Asks the directory what became of those that have been open for this long; returns how many were asked about.</summary>
    Task<int> SettleAsync(TimeSpan openFor, CancellationToken cancellation);
}
