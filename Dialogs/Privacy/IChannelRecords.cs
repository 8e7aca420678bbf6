using ResetBot.Recovery.Work;

namespace ResetBot.Dialogs.Privacy;

/// <summary>What a channel keeps of people beside their conversations.</summary>
public interface IChannelRecords
{
    /// <summary>What it keeps of a person, as they get it.</summary>
    /// <param name="work">The unit of work in which it is read.</param>
    /// <param name="objectId">The id by which the channel knows them.</param>
    /// <param name="cancellation">Gives up.</param>
    Task<IReadOnlyList<ChannelRecord>> OfAsync(IUnitOfWork work, string objectId, CancellationToken cancellation);

    /// <summary>Forgets it with a unit of work; should they come back, the channel is asked anew.</summary>
    Task ForgetAsync(IUnitOfWork work, string objectId, CancellationToken cancellation);
}
