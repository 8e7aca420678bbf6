using ResetBot.Dialogs.Turns;
using Xunit;

namespace ResetBot.Tests.Dialogs.Turns;

public sealed class HandledActivitiesTests
{
    private readonly Conversation _conversation = new()
    {
        Key = "msteams/a:1",
        Reference = new ConversationReference { Channel = "msteams", ConversationId = "a:1", UserId = "29:1" },
    };

    [Fact]
    public void An_activity_is_handled_once()
    {
        Assert.True(HandledActivities.Add(_conversation, "Message/1"));
        Assert.False(HandledActivities.Add(_conversation, "Message/1"));
        Assert.True(HandledActivities.Add(_conversation, "Edit/1"));
    }

    [Fact]
    public void The_last_32_are_known_and_what_is_kept_of_them_does_not_grow()
    {
        for (var number = 0; number < 100; number++)
        {
            Assert.True(HandledActivities.Add(_conversation, $"Message/{number}"));
        }

        for (var number = 68; number < 100; number++)
        {
            Assert.False(HandledActivities.Add(_conversation, $"Message/{number}"));
        }

        Assert.Equal(32 * 8, _conversation.Handled.Length);
        Assert.True(HandledActivities.Add(_conversation, "Message/67"));
    }
}
