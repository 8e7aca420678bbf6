using System.Runtime.CompilerServices;
using ResetBot.Bot.Turns;
using ResetBot.Storage;
using ResetBot.Tests.Storage;
using Xunit;

namespace ResetBot.Tests.Bot.Turns;

public sealed class MetActivitiesTests
{
    private const long Now = 1_772_438_400;

    [Fact]
    public void What_is_met_for_the_first_time_is_new_and_the_second_time_it_is_not()
    {
        var met = new MetActivities(Now);
        Assert.True(met.IsNew(Now + 1, "a"));
        Assert.True(met.IsNew(Now + 1, "b"));
        Assert.False(met.IsNew(Now + 1, "a"));
        Assert.False(met.IsNew(Now + 1, "b"));
    }

    [Fact]
    public void What_may_have_been_recorded_before_is_never_new()
    {
        var met = new MetActivities(Now);
        Assert.False(met.IsNew(Now, "of the same second"));
        Assert.False(met.IsNew(Now - 3600, "earlier"));
        Assert.True(met.IsNew(Now + 1, "later"));
    }

    // Several at once, late and repeated ones among them, many times as many as are remembered.
    [Fact]
    public async Task Nothing_is_new_twice_however_much_comes_in_between_and_in_whatever_order()
    {
        var met = new MetActivities(Now);
        var clock = new StrongBox<int>();
        var found = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => Meet(met, clock, worker))));
        Assert.Equal(0, found.Sum(each => each.Twice));
        Assert.True(found.Sum(each => each.Looked) < 0.03 * found.Sum(each => each.First), $"{found.Sum(each => each.Looked)} of {found.Sum(each => each.First)} were looked up.");
    }

    [Fact]
    public void What_all_happened_in_one_second_is_new_as_long_as_it_is_remembered_whole()
    {
        var met = new MetActivities(Now);
        Assert.True(Enumerable.Range(0, MetActivities.Remembered).Count(number => met.IsNew(Now + 1, $"{number}")) > 0.97 * MetActivities.Remembered);
        Assert.All(Enumerable.Range(0, 4 * MetActivities.Remembered), number => Assert.False(number < MetActivities.Remembered && met.IsNew(Now + 1, $"{number}")));
        var some = Enumerable.Range(0, 3 * MetActivities.Remembered).Count(number => met.IsNew(Now + 1, $"more {number}"));
        Assert.InRange(some, 0, 2 * MetActivities.Remembered);
        Assert.DoesNotContain(Enumerable.Range(0, 3 * MetActivities.Remembered), number => met.IsNew(Now + 1, $"more {number}"));
        // One alone can look like one that was met; how few do is what is promised.
        Assert.InRange(Enumerable.Range(0, 1_000).Count(number => met.IsNew(Now + 2, $"later {number}")), 950, 1_000);
    }

    [Fact]
    public async Task A_start_remembers_the_latest_moment_that_is_recorded()
    {
        await using var store = new StoreScene();
        Assert.Equal(-1, SeenActivities.LastMoment(store.Get<IDueDocuments>()));
        await SaveAsync(store, "deadbeef", "emulator/1/CardAction/1", "chat/7/Message/1", "slack/T1/D1/Message/1", "msteams/a:1/Message/2");
        Assert.Equal(-1, SeenActivities.LastMoment(store.Get<IDueDocuments>()));
        await SaveAsync(store, $"{Now:x8}/slack/D1/Message/3", $"{Now - 5:x8}/slack/D1/Message/9", $"{5:x8}/slack/D2/Message/9");
        await store.ReopenAsync();
        Assert.Equal(Now, SeenActivities.LastMoment(store.Get<IDueDocuments>()));
        await SaveAsync(store, $"{uint.MaxValue:x8}/slack/D1/Message/3");
        Assert.Equal(uint.MaxValue, SeenActivities.LastMoment(store.Get<IDueDocuments>()));
    }

    private static (int First, int Looked, int Twice) Meet(MetActivities met, StrongBox<int> clock, int worker)
    {
        var drawing = new Drawing(worker);
        var known = new List<(long Second, string Key)>();
        var (first, looked, twice) = (0, 0, 0);
        for (var number = 0; number < 100_000; number++)
        {
            // Mostly about now, one in a hundred a while ago, but never so long ago that it is looked up for that alone.
            var second = Now + 1_000 + (Interlocked.Increment(ref clock.Value) / 400) - (drawing.Next(100) == 0 ? drawing.Next(40) : drawing.Next(3));
            var key = $"{worker}/{number}";
            first++;
            looked += met.IsNew(second, key) ? 0 : 1;
            known.Add((second, key));
            var again = known[drawing.Next(10) == 0 ? drawing.Next(known.Count) : Math.Max(0, known.Count - 1 - drawing.Next(50))];
            twice += met.IsNew(again.Second, again.Key) ? 1 : 0;
        }

        return (first, looked, twice);
    }

    private static Task<bool> SaveAsync(StoreScene store, params string[] keys) => store.Units.RunAsync(
        work =>
        {
            foreach (var key in keys)
            {
                work.Save(new SeenActivity { Key = key, At = store.Clock.GetUtcNow() });
            }

            return Task.FromResult(true);
        },
        default);

    // The same numbers each time.
    private sealed class Drawing(int seed)
    {
        private uint _state = (uint)seed + 1;

        public int Next(int below)
        {
            _state = (_state * 1_664_525) + 1_013_904_223;
            return (int)((_state >> 8) % (uint)below);
        }
    }
}
