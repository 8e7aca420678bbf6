using System.Collections.Concurrent;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Notifications;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Home;

/// <summary>
/// Has the Home tabs of people drawn: when somebody opens theirs, and when something happens to the account of somebody who looked at it of late. Slack tells
/// of every opening, so that nobody looks at what is out of date for long.
/// </summary>
internal sealed class SlackHomeTabs(TimeProvider clock) : IHearNotices
{
    public const string MessageKind = "slack-home";

    // A working day. Whoever looks again after that has it drawn anew.
    private static readonly TimeSpan Watched = TimeSpan.FromHours(12);

    // Whoever still looks after that opens it again.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    // More than these are not remembered; theirs is drawn when they look.
    private const int MostWatched = 10_000;

    // One account may have several people: of several workspaces, or linked with it.
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, SlackSender>> _byAccount = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _drawn = new();

    /// <summary>Queues the drawing with a unit of work.</summary>
    public static void Order(IUnitOfWork work, SlackSender person) => work.Send(new OutgoingMessage(
        Draw.Name(),
        $"{MessageKind}/{person.Key}",
        MessageKind,
        JsonSerializer.SerializeToUtf8Bytes(new SlackHomeTabOrder(person, work.Now)),
        Sensitive: false,
        work.Now + Kept));

    /// <summary>Notes that somebody's is drawn as things stood at a moment.</summary>
    public void NoteDrawn(SlackSender sender, SlackPerson person, DateTimeOffset at)
    {
        if (_drawn.Count >= MostWatched && !_drawn.ContainsKey(sender.Key))
        {
            ForgetOld();
        }

        if (_drawn.Count < MostWatched || _drawn.ContainsKey(sender.Key))
        {
            _drawn[sender.Key] = at;
            if (person.ObjectId is { } account)
            {
                _byAccount.GetOrAdd(account, _ => new())[sender.Key] = sender;
            }
        }
    }

    /// <summary>Whether somebody's was drawn of late.</summary>
    public bool WasDrawn(SlackSender sender) => _drawn.TryGetValue(sender.Key, out var at) && clock.GetUtcNow() - at < Watched;

    /// <summary>Whether somebody's was drawn since it was ordered: of many orders one is enough.</summary>
    public bool IsDone(SlackHomeTabOrder order) => _drawn.TryGetValue(order.Person.Key, out var at) && at > order.At;

    public Task HearAsync(IUnitOfWork work, Notice notice, bool personIsTold, CancellationToken cancellation)
    {
        if (_byAccount.TryGetValue(notice.Account.KnownAs, out var watching))
        {
            foreach (var sender in watching.Values.Where(WasDrawn))
            {
                Order(work, sender);
            }
        }

        return Task.CompletedTask;
    }

    private void ForgetOld()
    {
        var now = clock.GetUtcNow();
        foreach (var old in _drawn.Where(drawn => now - drawn.Value >= Watched))
        {
            _drawn.TryRemove(old);
        }

        foreach (var (account, watching) in _byAccount)
        {
            foreach (var gone in watching.Where(sender => !_drawn.ContainsKey(sender.Key)))
            {
                watching.TryRemove(gone);
            }

            if (watching.IsEmpty)
            {
                _byAccount.TryRemove(account, out _);
            }
        }
    }
}
