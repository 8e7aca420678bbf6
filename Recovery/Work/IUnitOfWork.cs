using ResetBot.Recovery.Audit;

namespace ResetBot.Recovery.Work;

/// <summary>
/// One piece of work that happens whole or not at all: the documents it changed, the audit entries and the messages it causes are saved
/// together, and only if no document that it saves was changed by others since it was read.
/// </summary>
public interface IUnitOfWork
{
    /// <summary>The moment at which this work happens (UTC); the same throughout.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The document under this key, the same instance each time within one unit; null when there is none.</summary>
    Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IDocument;

    /// <summary>Saves a document that was found or made in this unit, as it is when the unit ends.</summary>
    void Save<T>(T document)
        where T : class, IDocument;

    /// <summary>Adds an entry to the audit trail.</summary>
    void Append(AuditEntry entry);

    /// <summary>Puts a message on its way; it leaves after the unit was saved, at least once.</summary>
    void Send(OutgoingMessage message);
}
