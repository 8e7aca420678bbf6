using System.Text.Json;
using ResetBot.Recovery.Limits;
using Xunit;

namespace ResetBot.Tests.Recovery.Limits;

public sealed class SlidingCountTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 30, TimeSpan.Zero);

    private readonly SlidingCount _count = new();

    [Fact]
    public void What_happened_in_the_window_counts()
    {
        _count.Add(Hour, Start);
        _count.Add(Hour, Start.AddMinutes(30));
        _count.Add(Hour, Start.AddMinutes(30));
        Assert.Equal(3, _count.In(Hour, Start.AddMinutes(59)));
    }

    [Fact]
    public void Nothing_is_forgotten_before_its_time_and_everything_soon_after()
    {
        _count.Add(Hour, Start);
        Assert.Equal(1, _count.In(Hour, Start + Hour));
        Assert.Equal(0, _count.In(Hour, Start + Hour + TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_clock_that_is_set_back_forgets_nothing_and_still_counts()
    {
        _count.Add(Hour, Start);
        _count.Add(Hour, Start.AddHours(-5));
        Assert.Equal(2, _count.In(Hour, Start.AddHours(-5)));
        Assert.Equal(2, _count.In(Hour, Start));
    }

    [Fact]
    public void It_takes_no_more_room_however_much_there_is_to_count()
    {
        for (var second = 0; second < 10_000; second++)
        {
            _count.Add(Hour, Start.AddSeconds(second));
        }

        Assert.InRange(_count.Counted.Count, 1, 62);
        Assert.InRange(_count.In(Hour, Start.AddSeconds(9_999)), 3600, 3720);
    }

    [Fact]
    public void It_is_read_back_as_it_was_stored()
    {
        _count.Add(Hour, Start);
        var again = JsonSerializer.Deserialize<SlidingCount>(JsonSerializer.Serialize(_count))!;
        Assert.Equal(1, again.In(Hour, Start));
    }

    [Fact]
    public void Cleared_is_cleared()
    {
        _count.Add(Hour, Start);
        _count.Clear();
        Assert.Equal(0, _count.In(Hour, Start));
    }

    [Fact]
    public void What_is_stored_counts_on_also_as_it_was_stored_before()
    {
        var now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var count = new SlidingCount();
        count.Add(TimeSpan.FromHours(1), now);
        count.Add(TimeSpan.FromHours(1), now.AddMinutes(5));
        var stored = System.Text.Json.JsonSerializer.Serialize(count);
        Assert.Equal($"[{now.ToUnixTimeSeconds()},1,{now.AddMinutes(5).ToUnixTimeSeconds()},1]", stored);
        Assert.Equal(2, Read(stored).In(TimeSpan.FromHours(1), now.AddMinutes(5)));
        var before = $$"""{"Counted":[{"Start":{{now.ToUnixTimeSeconds()}},"Count":3}]}""";
        Assert.Equal(3, Read(before).In(TimeSpan.FromHours(1), now.AddMinutes(5)));

        static SlidingCount Read(string json) => System.Text.Json.JsonSerializer.Deserialize<SlidingCount>(json)!;
    }

    [Fact]
    public void What_did_not_happen_is_taken_back_and_no_more_than_there_was()
    {
        _count.Add(Hour, Start);
        _count.Add(Hour, Start);
        _count.Add(Hour, Start.AddMinutes(30));
        _count.TakeBack(Hour, Start);
        _count.TakeBack(Hour, Start);
        Assert.Equal(1, _count.In(Hour, Start.AddMinutes(30)));
        _count.TakeBack(Hour, Start.AddMinutes(31));
        Assert.Equal(1, _count.In(Hour, Start.AddMinutes(30)));
        _count.TakeBack(Hour, Start.AddMinutes(30));
        _count.TakeBack(Hour, Start.AddMinutes(30));
        Assert.Equal(0, _count.In(Hour, Start.AddMinutes(30)));
    }

    [Fact]
    public void What_is_taken_back_is_not_another_one_that_is_forgotten_later()
    {
        _count.Add(Hour, Start);
        _count.Add(Hour, Start.AddMinutes(30));
        _count.TakeBack(Hour, Start);
        Assert.Equal(1, _count.In(Hour, Start.AddMinutes(80)));
    }

    [Fact]
    public void The_moment_is_told_from_which_on_there_is_room_again()
    {
        _count.Add(Hour, Start);
        _count.Add(Hour, Start.AddMinutes(10));
        _count.Add(Hour, Start.AddMinutes(10));
        var until = _count.Until(2, Hour);
        Assert.Equal(3, _count.In(Hour, until.AddSeconds(-1)));
        Assert.Equal(2, _count.In(Hour, until));
        Assert.Equal(0, _count.In(Hour, _count.Until(1, Hour)));
    }
}
