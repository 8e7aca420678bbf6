using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Testing.Conversations;

/// <summary>Work that reads, and cannot be saved while a story says so.</summary>
public sealed class FlakyUnits(IUnitsOfWork units) : IUnitsOfWork
{
    /// <summary>Whether nothing can be saved now.</summary>
    public bool Fails { get; set; }

    public static void Add(WebApplicationBuilder builder) => builder.Services.Surround<IUnitsOfWork>((units, _) => new FlakyUnits(units));

    public static FlakyUnits Of(IServiceProvider services) => (FlakyUnits)services.GetRequiredService<IUnitsOfWork>();

    public Task<T> RunAsync<T>(Func<IUnitOfWork, Task<T>> work, CancellationToken cancellation) => units.RunAsync(unit => work(new Unit(unit, this)), cancellation);

    private sealed class Unit(IUnitOfWork unit, FlakyUnits units) : IUnitOfWork
    {
        public DateTimeOffset Now => unit.Now;

        public Task<T?> FindAsync<T>(string key, CancellationToken cancellation)
            where T : class, IDocument => unit.FindAsync<T>(key, cancellation);

        public void Save<T>(T document)
            where T : class, IDocument
        {
            if (units.Fails)
            {
                throw new StorageBusyException("The story says so.");
            }

            unit.Save(document);
        }

        public void Append(AuditEntry entry) => unit.Append(entry);

        public void Send(OutgoingMessage message) => unit.Send(message);
    }
}
