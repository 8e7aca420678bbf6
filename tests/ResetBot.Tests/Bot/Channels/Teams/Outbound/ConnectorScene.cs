using ResetBot.Bot.Channels.Teams.Outbound;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Outbound;

/// <summary>A connector client with an app id, whose every call ends at a connector on this machine.</summary>
public abstract class ConnectorScene : IAsyncLifetime
{
    private protected static readonly ConversationReference Maja = new()
    {
        Channel = "msteams",
        ConversationId = "a:1/x?y",
        ServiceUrl = "https://smba.trafficmanager.net/emea/",
        UserId = "29:1abc",
        UserName = "Maja Lind",
        ObjectId = TeamsWire.ObjectId,
        TenantId = TeamsWire.TenantId,
        BotId = TeamsWire.BotId,
        BotName = "ResetBot",
    };

    private protected static readonly OutgoingActivity Hello = new() { To = Maja, Kind = OutgoingKind.Message, Text = "Hej åäö" };

    private protected ConnectorStandIn Connector { get; } = new();

    private protected TeamsParts Parts { get; } = TeamsParts.Configured();

    public async ValueTask InitializeAsync()
    {
        await Connector.StartAsync();
        Parts.Detour.To = Connector.Address;
    }

    public async ValueTask DisposeAsync()
    {
        await Parts.DisposeAsync();
        await Connector.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected Task<Delivery> SendAsync(OutgoingActivity message, string? updates = null) =>
        Parts.Get<ConnectorClient>().SendAsync(QueuedActivity.Of(message), updates, TestContext.Current.CancellationToken);
}
