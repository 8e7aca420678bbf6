using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>Counts what may be done so often only, by the plain words of the limits: no more than so many in any window, and none in a pause.</summary>
internal sealed class Tally
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly Dictionary<string, List<DateTimeOffset>> _counted = [];
    private readonly Dictionary<string, DateTimeOffset> _pauses = [];

    public void WrongAnswer(string account, string method, bool blind, DateTimeOffset now)
    {
        var key = $"answers to {method} for {account}{(blind ? " by strangers" : "")}";
        NotPaused(key, now);
        if (Count(key, 5, Hour, now) == 5)
        {
            _pauses[key] = now + Day;
            _counted.Remove(key);
        }
    }

    public void RightAnswer(string account, string method, bool blind, DateTimeOffset now) =>
        NotPaused($"answers to {method} for {account}{(blind ? " by strangers" : "")}", now);

    /// <summary>Somebody proved who they are: wrong answers are forgotten, pauses are not.</summary>
    public void Proved(string account)
    {
        foreach (var key in _counted.Keys.Where(key => key.StartsWith("answers", StringComparison.Ordinal) && key.Contains(account, StringComparison.Ordinal)).ToList())
        {
            _counted.Remove(key);
        }
    }

    public void Send(string account, bool blind, DateTimeOffset now) =>
        _ = blind ? Count($"sends for {account} by strangers", 5, Hour, now) : Count($"sends for {account}", 10, TimeSpan.FromMinutes(10), now);

    public void Case(string account, DateTimeOffset now) => Count($"cases of {account}", 10, Hour, now);

    public void Reset(string account, DateTimeOffset now) => Count($"resets of {account}", 5, Hour, now);

    public void Unlock(string account, DateTimeOffset now) => Count($"unlocks of {account}", 3, Day, now);

    private int Count(string what, int most, TimeSpan window, DateTimeOffset now)
    {
        if (!_counted.TryGetValue(what, out var counted))
        {
            _counted[what] = counted = [];
        }

        counted.RemoveAll(moment => moment <= now - window);
        counted.Add(now);
        return counted.Count <= most ? counted.Count : throw new StoryException($"{counted.Count} {what} in {window}, and {most} may be.");
    }

    private void NotPaused(string what, DateTimeOffset now)
    {
        if (_pauses.TryGetValue(what, out var until) && now < until)
        {
            throw new StoryException($"Nobody may look at {what} before {until:u}.");
        }
    }
}
