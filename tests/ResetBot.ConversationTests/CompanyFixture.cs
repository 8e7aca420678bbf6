using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>One host outside demo mode for all stories of a class, and the service that signs its channel's tokens.</summary>
public sealed class CompanyFixture : IAsyncLifetime
{
    public const string KeyOfAnotherChannel = "web";
    public const string KeyWithoutEndorsements = "bare";

    public BotServiceStandIn BotService { get; } = new();

    public ChatHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        BotService.Publish(KeyOfAnotherChannel, "webchat", "directline");
        BotService.Publish(KeyWithoutEndorsements);
        await BotService.StartAsync();
        Host = await ChatHost.StartAsync(new ChatHostSettings { BotService = BotService });
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await BotService.DisposeAsync();
    }
}
