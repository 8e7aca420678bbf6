using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

// The stories of Teams that start hosts of their own, word for word, told in Slack.

/// <inheritdoc/>
public sealed class UnlockingInSlack : Unlocking
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class ChangingInSlack : Changing
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class CoolingInSlack : Cooling
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class ApprovalsInSlack : Approvals
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class VouchingInSlack : Vouching
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class ChoosingColleaguesInSlack : ChoosingColleagues
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class PasscodesInSlack : Passcodes
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class ReconfirmingInSlack : Reconfirming
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class RegisteringWithoutPasswordInSlack : RegisteringWithoutPassword
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class HindrancesInSlack : Hindrances
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class PoliciesMidwayInSlack : PoliciesMidway
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class PasswordHistoryStoriesInSlack : PasswordHistoryStories
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class YoungPasswordsInSlack : YoungPasswords
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class StolenPasswordsInSlack : StolenPasswords
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}

/// <inheritdoc/>
public sealed class LostAnswersInSlack : LostAnswers
{
    // Whom the directory was asked about lately is answered while it is silent; what others write waits for it.
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true, Arguments = ["Slack:PersonKept=00:05:00"] };
}

/// <inheritdoc/>
public sealed class SecurityQuestionStoriesInSlack(QuestionsInSlackFixture fixture) : SecurityQuestionStories(fixture), IClassFixture<QuestionsInSlackFixture>;

/// <inheritdoc/>
public sealed class ChoosingQuestionsInSlack(QuestionsInSlackFixture fixture) : ChoosingQuestions(fixture), IClassFixture<QuestionsInSlackFixture>
{
    protected override ChatHostSettings Settle(ChatHostSettings usual) => usual with { InSlack = true };
}
