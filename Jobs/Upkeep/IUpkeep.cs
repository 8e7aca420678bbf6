namespace ResetBot.Jobs.Upkeep;

/// <summary>What is worth nothing any more, and the checkpoint of the audit trail.</summary>
public interface IUpkeep
{
    /// <summary>Deletes what has outlived its use; returns how much.</summary>
    Task<int> DeleteOutlivedAsync(CancellationToken cancellation);

    /// <summary>Writes the head of the audit trail to the log, where the database's owner cannot change it.</summary>
    void NoteAuditHead();
}
