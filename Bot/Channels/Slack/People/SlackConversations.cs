using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>Opens the direct conversations of people in Slack with the bot.</summary>
internal sealed class SlackConversations(SlackPeople people, SlackOptions options) : IOpenConversations
{
    public bool IsOn => options.TakesRequests || options.UsesSockets;

    public bool Opens(string channel) => channel == SlackTurns.Channel;

    public async Task<ConversationOpening> OpenAsync(ConversationReference person, CancellationToken cancellation)
    {
        var sender = SlackSender.Of(person);
        try
        {
            var direct = await people.DirectAsync(sender, cancellation);
            return new ConversationOpening.Opened(person with { ConversationId = sender.In(direct) });
        }
        catch (SlackUnavailableException unavailable)
        {
            return new ConversationOpening.Failed(unavailable.ToDelivery());
        }
    }
}
