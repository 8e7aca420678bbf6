namespace ResetBot.Jobs.Upkeep;

/// <summary>Deletes what has outlived its use, and notes the head of the audit trail.</summary>
public sealed class KeepUp(IUpkeep upkeep)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        upkeep.NoteAuditHead();
        return await upkeep.DeleteOutlivedAsync(cancellation);
    }
}
