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

/// <summary>A host whose people chat in Slack, and whose policy allows security questions.</summary>
public sealed class QuestionsInSlackFixture : QuestionsFixture
{
    protected override bool InSlack => true;
}
