using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>Opens personal chats in Teams.</summary>
internal sealed class TeamsConversations(ConnectorClient connector) : IOpenConversations
{
    public bool IsOn => true;

    public bool Opens(string channel) => channel == InboundTrust.Channel;

    public async Task<ConversationOpening> OpenAsync(ConversationReference person, CancellationToken cancellation)
    {
        var opening = await connector.CreateConversationAsync(person.ObjectId!, person.TenantId!, person.ServiceUrl, cancellation);
        return opening is ConversationOpening.Opened opened
            ? new ConversationOpening.Opened(opened.Reference with { UserName = person.UserName })
            : opening;
    }
}
