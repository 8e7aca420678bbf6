using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <inheritdoc/>
public sealed class BusySlackFixture : BusyFixture
{
    protected override ChatHostSettings Settings => new() { InSlack = true, Arguments = base.Settings.Arguments };
}

/// <inheritdoc/>
public sealed class OpenCardsInSlack(BusySlackFixture fixture) : OpenCards(fixture), IClassFixture<BusySlackFixture>;

/// <inheritdoc/>
public sealed class TwoQuestionsInSlack(SlackFixture fixture) : TwoQuestions(fixture), IClassFixture<SlackFixture>;
