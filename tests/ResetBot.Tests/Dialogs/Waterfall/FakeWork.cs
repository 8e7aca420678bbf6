using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;

namespace ResetBot.Tests.Dialogs.Waterfall;

/// <summary>A unit of work that finds nothing and keeps nothing.</summary>
internal sealed class FakeWork : IUnitOfWork
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
        where T : class, IDocument => Task.FromResult<T?>(null);

    public void Save<T>(T document)
        where T : class, IDocument
    {
    }

    public void Append(AuditEntry entry)
    {
    }

    public void Send(OutgoingMessage message)
    {
    }
}
