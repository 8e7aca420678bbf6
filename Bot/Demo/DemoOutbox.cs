using ResetBot.Bot.Couriers;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Demo;

/// <summary>What was sent in demo mode.</summary>
internal sealed class DemoOutbox(IUnitsOfWork units, IDueDocuments messages, TimeProvider clock)
{
    private const int Most = 1000;

    /// <summary>Keeps a message; the same one only once.</summary>
    public Task KeepAsync(string id, string via, string to, string subject, string text) => units.RunAsync(
        async work =>
        {
            if (await work.FindAsync<DemoMessage>(id, CancellationToken.None) is null)
            {
                work.Save(new DemoMessage { Id = id, Via = via, To = to, Subject = subject, Text = text, SentAt = clock.GetUtcNow() });
            }

            return true;
        },
        CancellationToken.None);

    /// <summary>The messages, the newest last.</summary>
    public Task<List<DemoMessage>> ListAsync(CancellationToken cancellation) => units.RunAsync(
        async work =>
        {
            List<DemoMessage> list = [];
            foreach (var key in messages.Last<DemoMessage>(Most))
            {
                if (await work.FindAsync<DemoMessage>(key, cancellation) is { Via: not NowhereCourier.Way } message)
                {
                    list.Add(message);
                }
            }

            return list;
        },
        cancellation);
}
