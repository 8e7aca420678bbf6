using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>A channel in whose conversations files may be put.</summary>
internal interface IChannelFiles
{
    /// <summary>Whether a file may be sent to this conversation, by its key.</summary>
    bool Takes(string conversation);

    /// <summary>Queues a file, encrypted, with the unit of work. It holds up nothing that is said in the conversation meanwhile.</summary>
    Task SendAsync(IUnitOfWork work, string conversation, ChatFile file, CancellationToken cancellation);
}
