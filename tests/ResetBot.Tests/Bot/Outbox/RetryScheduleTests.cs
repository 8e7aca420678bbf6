using ResetBot.Bot.Outbox;
using Xunit;

namespace ResetBot.Tests.Bot.Outbox;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 8)]
    [InlineData(8, 256)]
    [InlineData(9, 300)]
    [InlineData(294, 300)]
    public void Waits_double_up_to_five_minutes_give_or_take_a_fifth(int attempt, int seconds)
    {
        for (var i = 0; i < 200; i++)
        {
            var wait = RetrySchedule.Next(attempt)!.Value.TotalSeconds;
            Assert.InRange(wait, seconds * 0.8, Math.Min(seconds * 1.2, 300));
        }
    }

    [Fact]
    public void Waits_are_not_all_the_same() =>
        Assert.True(Enumerable.Range(0, 50).Select(_ => RetrySchedule.Next(5)).Distinct().Count() > 10);

    [Fact]
    public void After_a_day_it_is_given_up()
    {
        Assert.Null(RetrySchedule.Next(295));
        Assert.Null(RetrySchedule.Next(2, TimeSpan.FromHours(24)));
        Assert.NotNull(RetrySchedule.Next(2, TimeSpan.FromHours(23)));
    }

    [Fact]
    public void The_tries_last_about_a_day()
    {
        var waited = Enumerable.Range(1, 294).Sum(attempt => RetrySchedule.Next(attempt)!.Value.TotalHours);

        Assert.InRange(waited, 20, 24.01);
    }

    [Fact]
    public void Attempts_count_from_one() => Assert.Throws<ArgumentOutOfRangeException>(() => RetrySchedule.Next(0));
}
