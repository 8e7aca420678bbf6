using ResetBot.Bot.Turns;
using Xunit;

namespace ResetBot.Tests.Bot.Turns;

public sealed class TurnOptionsTests
{
    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new TurnOptions();
        Assert.Equal(512, options.MostAtOnce);
        Assert.Equal(50, options.StrangersPercent);
        Assert.Equal(16, options.MostPerConversation);
        Assert.Equal(TimeSpan.FromSeconds(2), options.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(15), options.StopWithin);
        Assert.Empty(TurnOptionsValidator.Faults(options));
    }

    [Fact]
    public void Every_value_out_of_range_is_told_with_what_was_found()
    {
        var options = new TurnOptions
        {
            MostAtOnce = 0,
            StrangersPercent = 101,
            MostPerConversation = 0,
            RetryAfter = TimeSpan.Zero,
            StopWithin = TimeSpan.FromHours(1),
        };
        Assert.Equal(
            [
                "Turns:MostAtOnce is 0; it must be from 1 to 100,000.",
                "Turns:StrangersPercent is 101; it must be from 1 to 100.",
                "Turns:MostPerConversation is 0; it must be from 1 to 1,000.",
                "Turns:RetryAfter is 00:00:00; it must be from 1 second to 10 minutes.",
                "Turns:StopWithin is 01:00:00; it must be from 1 second to 5 minutes.",
            ],
            TurnOptionsValidator.Faults(options));
    }
}
