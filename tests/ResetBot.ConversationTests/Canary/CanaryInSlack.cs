using Xunit;

namespace ResetBot.ConversationTests.Canary;

/// <summary>The same in Slack, with Teams beside it.</summary>
public sealed class CanaryInSlack(ITestOutputHelper output) : CanaryTest(output)
{
    protected override bool IsInSlack => true;
}
