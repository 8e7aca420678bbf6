using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>What one commit changes: whole rows, with nothing left to decide.</summary>
internal sealed class JournalEntry
{
    /// <summary>The version of each is the one that it replaced.</summary>
    public List<DocumentWrite> Documents { get; } = [];

    public List<AuditLine> Audit { get; } = [];

    public List<OutboxRow> Messages { get; } = [];

    public List<OutboxSettlement> Settlements { get; } = [];

    public bool IsEmpty => Documents.Count == 0 && Audit.Count == 0 && Messages.Count == 0 && Settlements.Count == 0;
}
