using System.Text.Json.Nodes;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>Writes what dialogs answer in the form of one channel, within the unit of work of the turn.</summary>
internal interface IChannelReplies
{
    /// <summary>Whether it writes for the channel of this name.</summary>
    bool Writes(string channel);

    /// <summary>Whether what a tapped button is answered goes with its acknowledgement; elsewhere it is sent like everything else.</summary>
    bool AcknowledgesTaps => false;

    /// <summary>The card that takes the place of a tapped one, as the channel wants it in its acknowledgement.</summary>
    JsonNode? Acknowledge(Card card, WordBook words) => null;

    /// <summary>Saves the answer, or queues it, with the turn.</summary>
    Task WriteAsync(IUnitOfWork work, ChannelReply reply);
}
