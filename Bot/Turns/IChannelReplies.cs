using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>Writes what dialogs answer in the form of one channel, within the unit of work of the turn.</summary>
internal interface IChannelReplies
{
    /// <summary>Whether it writes for the channel of this name.</summary>
    bool Writes(string channel);

    /// <summary>Saves the answer, or queues it, with the turn.</summary>
    Task WriteAsync(IUnitOfWork work, ChannelReply reply);
}
