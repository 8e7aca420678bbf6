using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Slack;

/// <summary>A host whose people chat in Slack.</summary>
public sealed class SlackFixture : HostFixture
{
    protected override ChatHostSettings Settings => new() { InSlack = true };
}

/// <summary>A host whose people chat in Slack, over the app's own connections.</summary>
public sealed class SocketModeFixture : HostFixture
{
    protected override ChatHostSettings Settings => new() { InSlack = true, BySocket = true };
}
