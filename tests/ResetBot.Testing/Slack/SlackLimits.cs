using System.Collections.Concurrent;

namespace ResetBot.Testing.Slack;

/// <summary>
/// How often a method may be called: in the workspace, and for new messages in each conversation, where Slack takes about one a second and some more
/// for a short while. https://docs.slack.dev/apis/web-api/rate-limits
/// </summary>
public sealed class SlackLimits
{
    // Calls a minute in a workspace, by the tier that each method's own page names; one message a second in a conversation, with no more for a short while.
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly Dictionary<string, (int Most, TimeSpan Window)> Tiers = new()
    {
        ["users.info"] = (100, Minute),
        ["users.lookupByEmail"] = (50, Minute),
        ["conversations.open"] = (50, Minute),
        ["chat.postMessage"] = (1, TimeSpan.FromSeconds(1)),
        ["chat.update"] = (50, Minute),
        ["chat.postEphemeral"] = (100, Minute),
        ["views.open"] = (100, Minute),
        ["views.update"] = (100, Minute),
        ["views.publish"] = (100, Minute),
        ["files.getUploadURLExternal"] = (100, Minute),
        ["files.completeUploadExternal"] = (100, Minute),
    };

    private readonly ConcurrentDictionary<string, List<DateTimeOffset>> _called = new();
    private readonly Dictionary<string, (int Most, TimeSpan Window)> _limits = [];
    private TimeProvider _clock = TimeProvider.System;

    /// <summary>From now on a method may be called so often within a window of this clock.</summary>
    public void Set(string method, int most, TimeSpan window, TimeProvider clock) => (_limits[method], _clock) = ((most, window), clock);

    /// <summary>From now on every method may be called as often as Slack promises, by this clock.</summary>
    public void SetAll(TimeProvider clock)
    {
        foreach (var (method, (most, window)) in Tiers)
        {
            Set(method, most, window, clock);
        }
    }

    internal TimeSpan? Wait(string method, string? channel)
    {
        if (!_limits.TryGetValue(method, out var limit))
        {
            return null;
        }

        var called = _called.GetOrAdd(Scope(method, channel), _ => []);
        lock (called)
        {
            var now = _clock.GetUtcNow();
            called.RemoveAll(moment => moment <= now - limit.Window);
            return called.Count >= limit.Most ? called[0] + limit.Window - now : null;
        }
    }

    internal void Note(string method, string? channel)
    {
        var called = _called.GetOrAdd(Scope(method, channel), _ => []);
        lock (called)
        {
            called.Add(_clock.GetUtcNow());
        }
    }

    private static string Scope(string method, string? channel) => method == "chat.postMessage" ? $"{method}/{channel}" : method;
}
