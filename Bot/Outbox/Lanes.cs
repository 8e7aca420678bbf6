using ResetBot.Storage;

namespace ResetBot.Bot.Outbox;

/// <summary>
/// Messages by lane: those of one lane leave one after another, in the order in which they were saved. Where many wait behind one that cannot be
/// delivered, their bodies stay on disk: a far end that is away for a day fills no memory.
/// </summary>
internal sealed class Lanes
{
    /// <summary>So many of a lane are kept whole.</summary>
    internal const int MostWhole = 16;

    private const string AsideMark = " aside";

    private readonly Dictionary<string, Queue<OutboxItem>> _lanes = [];
    private readonly Lock _gate = new();

    /// <summary>How many lanes have something in them.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>The lane beside a lane, in which those wait that hold up nobody; it has none beside itself.</summary>
    public static string Aside(string lane) => lane.EndsWith(AsideMark, StringComparison.Ordinal) ? lane : lane + AsideMark;

    /// <summary>Adds a message; true when nobody works on its lane yet.</summary>
    public bool Add(OutboxItem item)
    {
        lock (_gate)
        {
            var begins = !_lanes.TryGetValue(item.Lane, out var lane);
            if (begins)
            {
                _lanes[item.Lane] = lane = new Queue<OutboxItem>();
            }

            lane!.Enqueue(lane.Count < MostWhole ? item : item.LeavingBody());
            return begins;
        }
    }

    /// <summary>Whether so many wait in a lane that what nobody misses is left out.</summary>
    public bool IsLong(string name)
    {
        lock (_gate)
        {
            return _lanes.TryGetValue(name, out var lane) && lane.Count >= MostWhole;
        }
    }

    /// <summary>The message at the head of a lane; null when the lane is empty, and then nobody works on it any more.</summary>
    public OutboxItem? Head(string name)
    {
        lock (_gate)
        {
            if (_lanes[name].TryPeek(out var head))
            {
                return head;
            }

            _lanes.Remove(name);
            return null;
        }
    }

    /// <summary>Drops the head of a lane: it is done with.</summary>
    public void Drop(string name)
    {
        lock (_gate)
        {
            _lanes[name].Dequeue();
        }
    }
}
