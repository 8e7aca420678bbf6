namespace ResetBot.Jobs.Writes;

/// <summary>Finds out what became of directory writes whose answer was lost.</summary>
public sealed class SettleOpenWrites(IOpenWrites writes)
{
    // Longer than any directory is waited for, so that a write still under way is left alone.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public Task<int> RunAsync(CancellationToken cancellation) => writes.SettleAsync(Patience, cancellation);
}
