using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <inheritdoc cref="IUnitOfWork"/>
internal sealed class SqliteUnitOfWork(SqliteConnections connections, RecentDocuments recent, DateTimeOffset now) : IUnitOfWork
{
    private readonly Dictionary<(string Table, string Key), DocumentChange> _documents = [];

    public DateTimeOffset Now { get; } = now;

    public List<AuditEntry> Audit { get; } = [];

    public List<OutgoingMessage> Messages { get; } = [];

    public bool IsEmpty => Audit.Count == 0 && Messages.Count == 0 && !_documents.Values.Any(change => change.Save);

    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IDocument
    {
        cancellation.ThrowIfCancellationRequested();
        if (_documents.TryGetValue((DocumentKind<T>.Table, key), out var known))
        {
            return Task.FromResult(((DocumentChange<T>)known).Document);
        }

        if (!recent.TryFind(DocumentKind<T>.Table, key, DocumentKind<T>.Read, out var version, out var document))
        {
            var found = Read<T>(key);
            (version, document) = (found.Version, found.Body is { } body ? DocumentKind<T>.Read(body) : null);
        }

        _documents[(DocumentKind<T>.Table, key)] = new DocumentChange<T>(document) { Version = version };
        return Task.FromResult(document);
    }

    public void Save<T>(T document)
        where T : class, IDocument
    {
        if (!_documents.TryGetValue((DocumentKind<T>.Table, document.Key), out var known))
        {
            known = _documents[(DocumentKind<T>.Table, document.Key)] = new DocumentChange<T>(document);
        }

        ((DocumentChange<T>)known).Document = document;
        known.Save = true;
    }

    public void Append(AuditEntry entry) => Audit.Add(entry);

    public void Send(OutgoingMessage message) => Messages.Add(message);

    public PendingUnit ToPending() =>
        new(Now, [.. _documents.Values.Where(change => change.Save).Select(change => change.ToWrite())], Audit, Messages);

    // SQLite answers on the calling thread, from memory nearly always; a task would cost more than the answer.
    private StoredDocument Read<T>(string key)
        where T : class, IDocument
    {
        var commits = recent.Commits;
        var reader = connections.TakeReader();
        try
        {
            var found = reader.Document(DocumentKind<T>.Table, key);
            if (DocumentKind<T>.IsReadAgain)
            {
                recent.Learn(DocumentKind<T>.Table, key, found, commits);
            }

            return found;
        }
        finally
        {
            connections.GiveBack(reader);
        }
    }
}
