using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;

namespace ResetBot.Tests.Recovery.Vouching;

/// <summary>Units of work one after the other, which remember what was saved.</summary>
internal sealed class KeptWork : IUnitOfWork
{
    private readonly Dictionary<(Type, string), object> _documents = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IDocument => Task.FromResult(_documents.GetValueOrDefault((typeof(T), key)) as T);

    public void Save<T>(T document)
        where T : class, IDocument => _documents[(typeof(T), document.Key)] = document;

    public void Append(AuditEntry entry)
    {
    }

    public void Send(OutgoingMessage message)
    {
    }
}
