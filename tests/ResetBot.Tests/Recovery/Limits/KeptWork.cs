using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;

namespace ResetBot.Tests.Recovery.Limits;

/// <summary>A unit of work that finds what was saved before, and whose clock a test sets.</summary>
internal sealed class KeptWork : IUnitOfWork
{
    private readonly Dictionary<string, object> _documents = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IDocument => Task.FromResult(_documents.GetValueOrDefault(T.Kind + key) as T);

    public void Save<T>(T document)
        where T : class, IDocument => _documents[T.Kind + document.Key] = document;

    public void Append(AuditEntry entry)
    {
    }

    public void Send(OutgoingMessage message)
    {
    }
}
