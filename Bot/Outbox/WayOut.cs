namespace ResetBot.Bot.Outbox;

/// <summary>
/// One way by which messages leave, and how many are on it at once. Each way has places of its own: a far end that hangs, and holds all of
/// them, holds back nothing that goes elsewhere.
/// </summary>
internal sealed class WayOut(IDeliver deliverer, int places) : IDisposable
{
    public IDeliver Deliverer { get; } = deliverer;

    /// <summary>To be taken for each message that is delivered.</summary>
    public SemaphoreSlim Places { get; } = new(places);

    /// <summary>The way of the messages of this kind; null when there is none.</summary>
    public static WayOut? Of(string kind, WayOut[] ways)
    {
        foreach (var way in ways)
        {
            if (way.Deliverer.Delivers(kind))
            {
                return way;
            }
        }

        return null;
    }

    /// <summary>Waits until nothing is under way, and lets nothing more in.</summary>
    public async Task CloseAsync(CancellationToken cancellation)
    {
        for (var taken = 0; taken < places; taken++)
        {
            await Places.WaitAsync(cancellation);
        }
    }

    public void Dispose() => Places.Dispose();
}
