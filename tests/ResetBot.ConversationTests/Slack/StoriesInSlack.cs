using Xunit;

namespace ResetBot.ConversationTests.Slack;

// The stories of Teams, word for word, told in Slack.

/// <inheritdoc/>
public sealed class MovingStoriesInSlack(SlackFixture fixture) : MovingStories(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class RegisteringInSlack(SlackFixture fixture) : Registering(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class ResettingInSlack(SlackFixture fixture) : Resetting(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class ChangingMethodsInSlack(SlackFixture fixture) : ChangingMethods(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class PasskeysInSlack(SlackFixture fixture) : Passkeys(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class OddTurnsInSlack(SlackFixture fixture) : OddTurns(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class OwnDataInSlack(SlackFixture fixture) : OwnData(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class ExpiryInSlack(SlackFixture fixture) : Expiry(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class NotMeInSlack(SlackFixture fixture) : NotMe(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class TwoFactorsInSlack(SlackFixture fixture) : TwoFactors(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class SecurePageStoriesInSlack(SlackFixture fixture) : SecurePageStories(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class LimitStoriesInSlack(SlackFixture fixture) : LimitStories(fixture), IClassFixture<SlackFixture>;

/// <inheritdoc/>
public sealed class KeptCodesInSlack(SlackFixture fixture) : KeptCodes(fixture), IClassFixture<SlackFixture>;

// And some of them over the app's own connections.

/// <inheritdoc/>
public sealed class ResettingInSocketMode(SocketModeFixture fixture) : Resetting(fixture), IClassFixture<SocketModeFixture>;

/// <inheritdoc/>
public sealed class NotMeInSocketMode(SocketModeFixture fixture) : NotMe(fixture), IClassFixture<SocketModeFixture>;

/// <inheritdoc/>
public sealed class MovingStoriesInSocketMode(SocketModeFixture fixture) : MovingStories(fixture), IClassFixture<SocketModeFixture>;
