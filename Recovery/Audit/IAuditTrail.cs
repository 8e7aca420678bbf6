namespace ResetBot.Recovery.Audit;

/// <summary>Reads the audit trail; it is written through units of work only.</summary>
public interface IAuditTrail
{
    /// <summary>All records in order, read as they are asked for.</summary>
    IEnumerable<AuditRecord> ReadAll();

    /// <summary>The last record; sequence 0 when there is none.</summary>
    AuditHead Head();

    /// <summary>The newest entries about an account, newest first, as they are stored.</summary>
    IReadOnlyList<string> Recent(string account, int count);
}
